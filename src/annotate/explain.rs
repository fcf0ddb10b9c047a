//! The name of a rule into the sentence that explains it to a reader.

const RULES: &str = include_str!("../../lexicon/rules.tsv");

/// The sentence that explains a rule; the name of the rule itself where the list has none.
#[must_use]
pub fn explain(rule: &str) -> &str {
    super::lexicon::rows(RULES)
        .filter_map(|row| row.split_once('\t'))
        .find(|(name, _)| *name == rule)
        .map_or(rule, |(_, sentence)| sentence)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_rule_is_explained() {
        let unexplained: Vec<_> = crate::annotate::rules().filter(|rule| explain(rule) == *rule).collect();
        assert!(unexplained.is_empty(), "not in lexicon/rules.tsv: {unexplained:?}");
    }
}
