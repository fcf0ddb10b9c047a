//! Folders into corpora, and corpora into packs and back.

#![allow(clippy::unwrap_used)]

use dateline::corpus::import::{PageCache, read_folder, read_folder_again, watched_paths};
use dateline::corpus::pack::{PackReader, encode};
use dateline::corpus::{Corpus, Format, Metadata, RawArticle, Skipped};
use std::fs;
use std::path::{Path, PathBuf};

fn fixture(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/corpus").join(name)
}

/// A fresh folder for one test, filled with files.
fn folder(test: &str, files: &[(&str, &str)]) -> PathBuf {
    let root = Path::new(env!("CARGO_TARGET_TMPDIR")).join(test);
    let _ = fs::remove_dir_all(&root);
    fs::create_dir_all(&root).unwrap();
    for (name, text) in files {
        let path = root.join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    root
}

fn article<'a>(corpus: &'a Corpus, id: &str) -> &'a RawArticle {
    corpus.articles.iter().find(|article| article.id == id).unwrap_or_else(|| panic!("no article {id}"))
}

fn some(text: &str) -> Option<String> {
    Some(text.to_owned())
}

fn list(names: &[&str]) -> Vec<String> {
    names.iter().map(|name| (*name).to_owned()).collect()
}

#[test]
fn every_kind_of_file_becomes_articles() {
    let corpus = read_folder(&fixture("kinds")).unwrap();
    let found: Vec<_> = corpus.articles.iter().map(|a| (a.id.as_str(), a.file.as_str(), a.format)).collect();
    assert_eq!(
        found,
        [
            ("3", "wire.jsonl", Format::JsonLine),
            ("harbor", "notes/harbor.md", Format::Markdown),
            ("kyiv-visit", "kyiv-visit.txt", Format::Text),
            ("page", "page.html", Format::Html),
            ("strike", "notes/strike.markdown", Format::Markdown),
            ("untitled", "notes/untitled.md", Format::Markdown),
            ("w1", "wire.jsonl", Format::JsonLine),
            ("wire-3", "wire.jsonl", Format::JsonLine),
        ]
    );
    assert_eq!(corpus.skipped, []);
}

#[test]
fn a_text_file_is_kept_as_it_is_and_its_sidecar_speaks_for_the_editor() {
    let corpus = read_folder(&fixture("kinds")).unwrap();
    let visit = article(&corpus, "kyiv-visit");
    assert_eq!(visit.text, "NATO chief visits Kyiv\n\nKYIV — Jens Stoltenberg visited Kyiv on Thursday.\n");
    assert_eq!(visit.page, Metadata::default());
    assert_eq!(
        visit.editor,
        Metadata {
            title: some("NATO chief in Kyiv"),
            byline: list(&["Anna Smith", "Bo Li"]),
            outlet: some("The Example"),
            published: some("2023-04-20"),
            url: some("https://example.org/kyiv-visit"),
            language: some("en"),
        }
    );
}

#[test]
fn markdown_becomes_plain_text_under_its_front_matter() {
    let corpus = read_folder(&fixture("kinds")).unwrap();
    let harbor = article(&corpus, "harbor");
    assert_eq!(
        harbor.text,
        "Harbor reopens after storm\n\nThe harbor of Gdansk reopened on Tuesday.\n\n- two cranes\n- one ferry"
    );
    assert_eq!(harbor.page.title, some("Harbor reopens after storm"), "the heading speaks for the page");
    assert_eq!(
        harbor.editor,
        Metadata {
            title: some("Harbor reopens"),
            byline: list(&["Anna Smith", "Bo Li"]),
            outlet: some("The Other Example"),
            published: some("2023-05-02"),
            url: None,
            language: some("en"),
        },
        "the sidecar overrides front matter field by field"
    );
    let strike = article(&corpus, "strike");
    assert_eq!(strike.text, "The strike ended on Thursday.");
    assert_eq!(strike.editor.title, some("Strike ends"));
    assert_eq!(strike.editor.byline, ["Carl Roe"]);
    assert_eq!(strike.editor.published, some("2023-06-01"));
    let untitled = article(&corpus, "untitled");
    assert_eq!((&untitled.page.title, &untitled.editor), (&some("Council votes"), &Metadata::default()));
}

#[test]
fn a_page_gives_its_article_without_furniture_and_comments() {
    let corpus = read_folder(&fixture("kinds")).unwrap();
    let page = article(&corpus, "page");
    assert!(page.text.contains("thousands of people crossed it on foot"), "{}", page.text);
    assert!(page.text.contains("shown in the museum of the town from next spring on."), "{}", page.text);
    for furniture in ["wobbled", "Sport", "Copyright"] {
        assert!(!page.text.contains(furniture), "{furniture} in {}", page.text);
    }
    assert!(page.text.lines().count() >= 3, "paragraphs stay apart: {}", page.text);
    assert_eq!(
        page.page,
        Metadata {
            title: some("Bridge opens"),
            byline: list(&["Anna Smith"]),
            outlet: some("The Example"),
            published: some("2023-07-03"),
            url: some("https://example.org/bridge"),
            language: some("en"),
        }
    );
}

#[test]
fn a_record_gives_its_own_id_or_file_and_line() {
    let corpus = read_folder(&fixture("kinds")).unwrap();
    assert_eq!(
        article(&corpus, "w1").page,
        Metadata {
            title: some("Oil rises"),
            byline: list(&["Anna Smith"]),
            outlet: some("The Wire"),
            published: some("2023-04-17"),
            url: some("https://example.org/oil"),
            language: some("en"),
        }
    );
    assert_eq!(article(&corpus, "wire-3").text, "Grain prices fell on Tuesday.");
    assert_eq!(article(&corpus, "wire-3").page.byline, ["Bo Li"]);
    assert_eq!(article(&corpus, "3").text, "Half a pair: \u{fffd}.");
}

#[test]
fn what_holds_no_article_is_listed_with_its_reason() {
    let corpus = read_folder(&fixture("trouble")).unwrap();
    assert_eq!(corpus.articles.iter().map(|article| article.id.as_str()).collect::<Vec<_>>(), ["article"]);
    let skipped: Vec<_> =
        corpus.skipped.iter().map(|skip| (skip.file.as_str(), skip.reason.as_str())).collect();
    let unknown = "; Dateline reads .txt, .md, .html and .jsonl";
    assert_eq!(
        skipped,
        [
            ("README", format!("unknown kind of file{unknown}").as_str()),
            ("article.html", "no article text found in the page"),
            ("binary.txt", "binary file"),
            ("blank.md", "empty file"),
            ("empty.txt", "empty file"),
            ("head-only.md", "no text below the front matter"),
            ("lonely.toml", "sidecar without its article: no lonely.txt, .md or .html"),
            ("no-lines.jsonl", "empty file"),
            ("report.pdf", format!("unknown kind of file (.pdf){unknown}").as_str()),
            ("sub/repairs.toml", "sidecar without its article: no sub/repairs.txt, .md or .html"),
        ]
    );
}

#[test]
fn text_in_every_encoding_is_read() {
    let corpus = read_folder(&fixture("encodings")).unwrap();
    let text = |id| article(&corpus, id).text.as_str();
    assert_eq!(
        text("cp1251"),
        "Президент Украины заявил в четверг, что переговоры продолжатся на следующей неделе.\n"
    );
    assert_eq!(
        text("cp1252"),
        "Le ministre a déclaré jeudi que la réforme – « urgente » – serait présentée à l’Assemblée.\n"
    );
    assert_eq!(text("shift-jis"), "首相は木曜日、来週も協議を続けると述べた。東京で記者会見が開かれた。\n");
    for id in ["utf16le", "utf16be-mark", "utf8-mark"] {
        assert_eq!(text(id), "Kyiv — Київ 😀, 20 April 2023.\n", "{id}");
    }
    assert!(text("declared").contains("тысячи людей прошли по нему пешком"));
    assert_eq!(article(&corpus, "declared").page.title, some("Мост"));
}

#[test]
fn every_mistake_is_told_with_file_line_and_remedy() {
    let folder = fixture("mistakes");
    let message = read_folder(&folder).unwrap_err().to_string();
    let root = folder.display();
    let lines: Vec<_> = message.lines().collect();
    assert_eq!(lines.len(), 6, "{message}");
    assert_eq!(
        lines[0],
        format!(
            "reading {root}/a.toml, line 2: unknown key \"titel\"; allowed are title, byline, outlet, published, url and language"
        )
    );
    assert_eq!(
        lines[1],
        format!(
            "reading {root}/a.toml, line 3: published must be a date: 2023-04-20, or \"2023-04\" or \"2023\" in quotation marks, found \"soon\""
        )
    );
    assert!(lines[2].starts_with(&format!("reading {root}/b.toml, line 2: not valid TOML: ")), "{message}");
    assert_eq!(
        lines[3],
        format!("reading {root}/c.jsonl, line 3: not valid JSON: EOF while parsing an object (column 18)")
    );
    assert_eq!(
        lines[4],
        format!(
            "reading {root}/c.jsonl, line 4: no text: one of \"text\", \"body\" and \"content\" must be a string that is not empty"
        )
    );
    assert_eq!(lines[5], format!("reading {root}/c.jsonl, line 5: \"text\" must be a string"));
}

#[test]
fn many_mistakes_are_told_in_part() {
    let lines: String = (0..50).map(|_| "{}\n").collect();
    let message = read_folder(&folder("many-mistakes", &[("a.jsonl", &lines)])).unwrap_err().to_string();
    assert_eq!(message.lines().count(), 21);
    assert!(message.ends_with("and 30 more mistakes like these"), "{message}");
}

#[test]
fn articles_of_one_name_keep_apart() {
    let corpus = read_folder(&fixture("twins")).unwrap();
    let found: Vec<_> = corpus.articles.iter().map(|a| (a.id.as_str(), a.text.trim())).collect();
    assert_eq!(
        found,
        [
            ("b-records-same", "Fifth."),
            ("b-same", "Second."),
            ("b-same-2", "Third."),
            ("records-2", "Sixth."),
            ("same", "First."),
            ("same-2", "Fourth."),
            ("same.html", "Other name."),
        ]
    );
}

#[test]
fn a_folder_that_is_not_there_is_an_error() {
    let missing = folder("missing", &[]).join("nowhere");
    let message = read_folder(&missing).unwrap_err().to_string();
    assert_eq!(message, format!("reading the folder {}: not found", missing.display()));
    let file = folder("a-file", &[("a.txt", "a")]).join("a.txt");
    let message = read_folder(&file).unwrap_err().to_string();
    assert_eq!(message, format!("reading the folder {}: not a folder", file.display()));
}

#[test]
fn an_empty_folder_is_an_empty_corpus() {
    let corpus = read_folder(&folder("nothing", &[])).unwrap();
    assert_eq!((corpus.articles.len(), corpus.skipped.len(), corpus.hash.len()), (0, 0, 64));
}

#[test]
fn extensions_count_in_any_case() {
    let corpus =
        read_folder(&folder("upper", &[("A.TXT", "a"), ("B.Html.MD", "b"), ("A.TOML", "title = 'T'")]))
            .unwrap();
    assert_eq!(corpus.articles.iter().map(|a| a.id.as_str()).collect::<Vec<_>>(), ["A", "B.Html"]);
    assert_eq!(corpus.articles[0].editor.title, some("T"));
}

#[test]
fn the_hash_depends_on_names_and_bytes_alone() {
    let files = [("a.txt", "one"), ("sub/b.pdf", "two")];
    let first = read_folder(&folder("hash-1", &files)).unwrap();
    let second = read_folder(&folder("hash-2", &files)).unwrap();
    assert_eq!(first, second);
    let hash = |test: &str, files: &[(&str, &str)]| read_folder(&folder(test, files)).unwrap().hash;
    assert_ne!(first.hash, hash("hash-3", &[("a.txt", "One"), ("sub/b.pdf", "two")]));
    assert_ne!(first.hash, hash("hash-4", &[("a.txt", "one"), ("sub/b.pdf", "two!")]), "skipped files count");
    assert_ne!(first.hash, hash("hash-5", &[("c.txt", "one"), ("sub/b.pdf", "two")]));
    assert_eq!(first.hash, hash("hash-6", &[("a.txt", "one"), ("sub/b.pdf", "two"), (".c", "hidden")]));
}

#[test]
fn a_second_reading_remembers_pages_and_gives_the_same() {
    let mut pages = PageCache::default();
    let first = read_folder_again(&fixture("kinds"), &mut pages).unwrap();
    let bytes = pages.to_bytes().unwrap();
    let mut kept = PageCache::from_bytes(&bytes).unwrap();
    assert_eq!(read_folder_again(&fixture("kinds"), &mut kept).unwrap(), first);
    assert_eq!(kept.to_bytes().unwrap(), bytes);
    assert!(PageCache::from_bytes(&bytes[..bytes.len() / 2]).is_err());
    read_folder_again(&fixture("twins"), &mut kept).unwrap();
    assert!(kept.to_bytes().unwrap().len() < 8, "pages that are gone are forgotten");
}

#[cfg(unix)]
#[test]
fn links_are_followed_once_and_never_in_circles() {
    use std::os::unix::fs::symlink;
    let outside = folder("links-outside", &[("far.txt", "far"), ("deep/deeper.txt", "deeper")]);
    let root = folder("links", &[("a/near.txt", "near")]);
    symlink(&root, root.join("a/circle")).unwrap();
    symlink(root.join("a"), root.join("0-again")).unwrap();
    symlink(&outside, root.join("away")).unwrap();
    symlink(outside.join("far.txt"), root.join("one.txt")).unwrap();
    symlink(root.join("gone"), root.join("broken.txt")).unwrap();
    let corpus = read_folder(&root).unwrap();
    let files: Vec<_> = corpus.articles.iter().map(|article| article.file.as_str()).collect();
    assert_eq!(files, ["away/deep/deeper.txt", "away/far.txt", "a/near.txt", "one.txt"]);
    let skip = |file: &str, reason: &str| Skipped { file: file.to_owned(), reason: reason.to_owned() };
    assert_eq!(
        corpus.skipped,
        [
            skip("0-again", "link to a folder that is read already"),
            skip("a/circle", "link to a folder that is read already"),
            skip("broken.txt", "link that leads nowhere"),
        ]
    );
    let outside = outside.canonicalize().unwrap();
    assert_eq!(watched_paths(&root).unwrap(), [root, outside.join("far.txt"), outside]);
}

#[test]
fn a_hostile_page_neither_stops_nor_stalls_the_reading() {
    let deep = format!("{}text{}", "<div>".repeat(50_000), "</div>".repeat(50_000));
    let unclosed = "<p><b><i>".repeat(20_000);
    let long = format!("<article><p>{}</p></article>", "Київ стоїть. ".repeat(100_000));
    let files =
        [("deep.html", deep.as_str()), ("unclosed.html", &unclosed), ("long.html", &long), ("a.txt", "a")];
    let corpus = read_folder(&folder("hostile-pages", &files)).unwrap();
    let ids: Vec<_> = corpus.articles.iter().map(|article| article.id.as_str()).collect();
    assert_eq!(ids, ["a", "long"]);
    assert_eq!(corpus.skipped.len(), 2);
}

/// A stream of numbers that is the same in every run.
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, limit: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 % limit
    }

    fn text(&mut self) -> String {
        let letters = ['a', ' ', '\n', 'é', '€', '😀', '\u{0}', '\u{301}', '"'];
        (0..self.below(40)).map(|_| letters[usize::try_from(self.below(9)).unwrap()]).collect()
    }

    fn maybe(&mut self) -> Option<String> {
        (self.below(2) == 0).then(|| self.text())
    }

    fn metadata(&mut self) -> Metadata {
        let byline = (0..self.below(3)).map(|_| self.text()).collect();
        let (title, outlet, published) = (self.maybe(), self.maybe(), self.maybe());
        Metadata { title, byline, outlet, published, url: self.maybe(), language: self.maybe() }
    }

    fn corpus(&mut self) -> Corpus {
        let formats = [Format::Text, Format::Markdown, Format::Html, Format::JsonLine];
        let articles = (0..self.below(5))
            .map(|at| RawArticle {
                id: format!("{at}-{}", self.text()),
                file: self.text(),
                format: formats[usize::try_from(self.below(4)).unwrap()],
                text: self.text(),
                page: self.metadata(),
                editor: self.metadata(),
            })
            .collect();
        let skipped =
            (0..self.below(4)).map(|_| Skipped { file: self.text(), reason: self.text() }).collect();
        Corpus { articles, skipped, hash: self.text(), ..Corpus::default() }
    }
}

/// Reads a pack as far as it goes.
fn unpack(bytes: &[u8]) -> dateline::error::Result<Corpus> {
    let mut reader = PackReader::open(bytes)?;
    let (skipped, hash) = (reader.skipped().to_vec(), reader.hash().to_owned());
    let articles = reader.by_ref().collect::<Result<_, _>>()?;
    Ok(Corpus { articles, skipped, hash, repairs: reader.repairs()? })
}

#[test]
fn what_is_packed_comes_back_as_it_was() {
    let mut numbers = Numbers(0x9e37_79b9);
    for _ in 0..500 {
        let corpus = numbers.corpus();
        let bytes = encode(&corpus).unwrap();
        assert_eq!(PackReader::open(&bytes).unwrap().n_articles(), corpus.articles.len());
        assert_eq!(unpack(&bytes), Ok(corpus.clone()));
        assert_eq!(encode(&corpus), Ok(bytes));
    }
    let corpus = read_folder(&fixture("kinds")).unwrap();
    assert_eq!(unpack(&encode(&corpus).unwrap()), Ok(corpus));
}

#[test]
fn a_pack_cut_short_is_an_error_wherever_it_is_cut() {
    let bytes = encode(&read_folder(&fixture("kinds")).unwrap()).unwrap();
    for length in 0..bytes.len() {
        let error = unpack(&bytes[..length]).unwrap_err().to_string();
        assert!(
            error.starts_with("opening the packed corpus") || error.starts_with("reading packed article"),
            "{error}"
        );
    }
}

#[test]
fn a_damaged_pack_never_panics() {
    let mut numbers = Numbers(0x5bd1_e995);
    let bytes = encode(&read_folder(&fixture("kinds")).unwrap()).unwrap();
    for _ in 0..5_000 {
        let mut damaged = bytes.clone();
        for _ in 0..=numbers.below(3) {
            let at = usize::try_from(numbers.below(damaged.len() as u64)).unwrap();
            damaged[at] = u8::try_from(numbers.below(256)).unwrap();
        }
        let _ = unpack(&damaged);
    }
    let mut noise = Numbers(1);
    for length in 0..2_000 {
        let bytes: Vec<u8> = (0..length % 97).map(|_| u8::try_from(noise.below(256)).unwrap()).collect();
        let _ = unpack(&bytes);
    }
    assert!(unpack(b"").is_err());
    assert!(unpack(&[0xff; 64]).is_err());
}

#[test]
fn any_bytes_in_any_kind_of_file_are_read_or_skipped() {
    let mut numbers = Numbers(0x2545_f491);
    let root = folder("any-bytes", &[]);
    let kinds = fixture("kinds");
    let sources = ["kyiv-visit.txt", "notes/harbor.md", "notes/strike.markdown", "page.html"];
    let n_files = 200;
    for n in 0..n_files {
        let source = sources[n % sources.len()];
        let mut bytes = fs::read(kinds.join(source)).unwrap();
        for _ in 0..=numbers.below(20) {
            let at = usize::try_from(numbers.below(bytes.len() as u64)).unwrap();
            match numbers.below(3) {
                0 => bytes[at] = u8::try_from(numbers.below(256)).unwrap(),
                1 => drop(bytes.remove(at)),
                _ => bytes.truncate(at.max(20)),
            }
        }
        let extension = source.rsplit('.').next().unwrap();
        fs::write(root.join(format!("{n}.{extension}")), bytes).unwrap();
    }
    let corpus = read_folder(&root).unwrap();
    assert_eq!(corpus.articles.len() + corpus.skipped.len(), n_files, "no file is lost");
    for n in 0..100 {
        let mut sidecar = fs::read(kinds.join("kyiv-visit.toml")).unwrap();
        let mut records = fs::read(kinds.join("wire.jsonl")).unwrap();
        for bytes in [&mut sidecar, &mut records] {
            let at = usize::try_from(numbers.below(bytes.len() as u64)).unwrap();
            bytes[at] = u8::try_from(numbers.below(256)).unwrap();
        }
        fs::write(root.join(format!("{}.toml", n * 4)), sidecar).unwrap();
        fs::write(root.join(format!("r{n}.jsonl")), records).unwrap();
    }
    if let Err(error) = read_folder(&root) {
        assert!(
            error.to_string().lines().all(|line| line.starts_with("reading ") || line.starts_with("and ")),
            "{error}"
        );
    }
}

#[test]
fn repairs_are_read_packed_and_counted_into_the_hash() {
    let folder = std::env::temp_dir().join(format!("dateline-repairs-{}", std::process::id()));
    std::fs::create_dir_all(&folder).expect("a folder");
    std::fs::write(folder.join("a.txt"), "Joe Biden spoke.").expect("written");
    let plain = dateline::corpus::import::read_folder(&folder).expect("readable");
    assert!(plain.repairs.is_empty());
    std::fs::write(folder.join("repairs.toml"), "[[hide]]\nnames = \"Joe Biden\"\n").expect("written");
    let repaired = dateline::corpus::import::read_folder(&folder).expect("readable");
    std::fs::write(folder.join("repairs.toml"), "[[hide]]\nname = \"Joe Biden\"\n").expect("written");
    let mistake = dateline::corpus::import::read_folder(&folder).expect_err("a mistake").to_string();
    std::fs::remove_dir_all(&folder).expect("removed");
    assert_eq!((repaired.repairs.len(), repaired.repairs[0].line, repaired.articles.len()), (1, 1, 1));
    assert_ne!(plain.hash, repaired.hash);
    assert!(mistake.contains("repairs.toml, line 1: in [[hide]], names is missing"), "{mistake}");
    let packed = encode(&repaired).expect("packed");
    assert_eq!(unpack(&packed).expect("unpacked"), repaired);
    let mut other = packed;
    let at = other.len() - packed_repairs_len(&repaired) - 1;
    other[at] = 99;
    assert!(unpack(&other).expect_err("another version").to_string().contains("version 99"));
}

fn packed_repairs_len(corpus: &Corpus) -> usize {
    let without = encode(&Corpus { repairs: Vec::new(), ..corpus.clone() }).expect("packed").len();
    encode(corpus).expect("packed").len() - without - 1
}
