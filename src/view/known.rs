//! Everything known of a corpus, borrowed, with the questions every view asks of it.

use super::reader::{Card, CardAlias};
use super::run::DateLabel;
use crate::annotate::Annotations;
use crate::clean::Article;
use crate::index::{Index, QuoteColumn};
use crate::key::Kind;
use crate::resolve::{Entity, EntityId, Resolved};
use crate::text::Span;

/// Words shown in place of a headline that an article does not have.
const N_OPENING_WORDS: usize = 12;

/// Everything known of a corpus. The lists of articles are in step.
#[derive(Clone, Copy, Debug)]
pub struct Known<'a> {
    /// The cleaned articles, in order of their ids.
    pub articles: &'a [Article],
    /// What each says.
    pub annotations: &'a [Annotations],
    /// What that means together.
    pub resolved: &'a Resolved,
    /// Where each word and value stands.
    pub index: &'a Index,
    /// The quotations of all.
    pub quotes: &'a QuoteColumn,
    /// The text of each article's removals, in step with [`Article::removed`].
    pub cuts: &'a [Vec<String>],
}

impl<'a> Known<'a> {
    /// The place of the article with this id.
    #[must_use]
    pub fn find_article(self, id: &str) -> Option<usize> {
        self.articles.iter().position(|article| article.id == id)
    }

    /// The entity of this kind with this slug.
    #[must_use]
    pub fn find_entity(self, kind: Kind, slug: &str) -> Option<EntityId> {
        let at = self.resolved.entities.iter().position(|it| it.kind == kind && it.slug == slug)?;
        u32::try_from(at).ok().map(EntityId)
    }

    /// The entity with this number.
    #[must_use]
    pub fn entity(self, id: EntityId) -> &'a Entity {
        &self.resolved.entities[id.0 as usize]
    }

    /// When an article was published, for showing.
    #[must_use]
    pub fn date_label(self, doc: usize) -> DateLabel {
        let published = &self.resolved.articles[doc].published;
        DateLabel {
            value: published.value.clone(),
            basis: published.basis,
            reasons: published.reasons.clone(),
        }
    }

    /// The headline of an article, or where it has none the span of its opening words.
    #[must_use]
    pub fn title_span(self, doc: usize) -> Span {
        let article = &self.articles[doc];
        if !article.title.is_empty() {
            return article.title;
        }
        let Some(first) = article.paragraphs.first() else { return Span::default() };
        let words = crate::text::split_words(first.of(&article.text)).filter(|word| word.is_term());
        let end = words.take(N_OPENING_WORDS).last().map_or(0, |word| word.span.end);
        Span { start: first.start, end: first.start + end }
    }

    /// The headline of an article as text; opening words end in an ellipsis.
    #[must_use]
    pub fn title(self, doc: usize) -> String {
        let article = &self.articles[doc];
        let words = self.title_span(doc).of(&article.text);
        if article.title.is_empty() && !words.is_empty() { format!("{words}…") } else { words.to_owned() }
    }

    /// What is known of an entity.
    #[must_use]
    pub fn card(self, id: EntityId) -> Card {
        let entity = self.entity(id);
        let others = entity.aliases.iter().filter(|alias| alias.text != entity.name);
        Card {
            kind: entity.kind,
            slug: entity.slug.clone(),
            name: entity.name.clone(),
            aliases: others
                .map(|alias| CardAlias {
                    text: alias.text.clone(),
                    n_mentions: alias.n_mentions,
                    reason: alias.reason.to_owned(),
                    is_guess: alias.is_guess,
                })
                .collect(),
            n_mentions: entity.n_mentions,
            n_articles: Span::new(0, entity.articles.len()).end,
            note: entity.note.clone(),
        }
    }
}
