//! The command line as a script sees it: lines, order, exit codes.

#![allow(clippy::unwrap_used)]

use serde_json::Value;
use std::io::{BufRead, BufReader, Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};

fn dateline(words: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_dateline"));
    command.args(words).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    command
}

/// Runs a command on a whole input.
fn run(words: &[&str], input: &str) -> Output {
    let mut child = dateline(words).spawn().unwrap();
    let mut stdin = child.stdin.take().unwrap();
    let input = input.to_owned();
    let feed = std::thread::spawn(move || drop(stdin.write_all(input.as_bytes())));
    let output = child.wait_with_output().unwrap();
    feed.join().unwrap();
    output
}

fn lines(output: &Output) -> Vec<Value> {
    let text = std::str::from_utf8(&output.stdout).unwrap();
    text.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

fn text(bytes: &[u8]) -> &str {
    std::str::from_utf8(bytes).unwrap()
}

fn fixture(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/corpus").join(name)
}

/// The keys of an object in the order they are written.
fn keys(line: &str) -> Vec<String> {
    let (mut keys, mut depth, mut rest) = (Vec::new(), 0, line);
    while let Some(at) = rest.find(['{', '}', '[', ']', '"']) {
        let mark = rest.as_bytes()[at];
        rest = &rest[at + 1..];
        match mark {
            b'{' | b'[' => depth += 1,
            b'}' | b']' => depth -= 1,
            _ => {
                let mut end = 0;
                while rest.as_bytes()[end] != b'"' {
                    end += if rest.as_bytes()[end] == b'\\' { 2 } else { 1 };
                }
                if depth == 1 && rest[end + 1..].starts_with(':') {
                    keys.push(rest[..end].to_owned());
                }
                rest = &rest[end + 1..];
            }
        }
    }
    keys
}

#[test]
fn annotate_answers_every_line_in_order() {
    let input: String = (0..200).map(|n| format!("{{\"id\":\"a{n}\",\"text\":\"Text {n}.\"}}\n")).collect();
    let output = run(&["annotate"], &input);
    assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
    let ids: Vec<_> = lines(&output).iter().map(|line| line["id"].as_str().unwrap().to_owned()).collect();
    assert_eq!(ids, (0..200).map(|n| format!("a{n}")).collect::<Vec<_>>());
    assert_eq!(text(&output.stderr), "");
}

#[test]
fn the_keys_of_an_answer_stand_in_one_order() {
    let output = run(
        &["annotate", "--plain"],
        r#"{"id":7,"text":"Angela Merkel spoke in Berlin.","published":"2015-03-02"}"#,
    );
    assert_eq!(
        keys(text(&output.stdout).trim_end()),
        [
            "id",
            "language",
            "title",
            "byline",
            "outlet",
            "published",
            "removed",
            "mentions",
            "dates",
            "quotes"
        ]
    );
    assert_eq!(lines(&output)[0]["id"], 7, "an id is given back as it is");
}

#[test]
fn a_bad_line_is_answered_in_its_place() {
    let input = "{\"id\":\"a\",\"text\":\"A.\"}\n\nnot json\n{\"id\":\"c\"}\n{\"id\":\"d\",\"text\":\"\"}\n[]\n{\"id\":\"e\",\"text\":\"E.\"}";
    let output = run(&["annotate"], input);
    assert_eq!(output.status.code(), Some(1));
    let lines = lines(&output);
    assert_eq!(lines.len(), 6);
    assert_eq!((&lines[0]["id"], &lines[3]["id"], &lines[5]["id"]), (&"a".into(), &"d".into(), &"e".into()));
    assert_eq!(
        lines[1],
        serde_json::json!({"error": "not valid JSON: expected ident (column 2)", "line": 3})
    );
    assert_eq!(lines[2], serde_json::json!({"error": "no \"text\"", "line": 4}));
    assert_eq!(lines[4], serde_json::json!({"error": "not a JSON object", "line": 6}));
}

#[test]
fn bytes_that_are_no_text_are_a_bad_line() {
    let mut child = dateline(&["annotate"]).spawn().unwrap();
    child
        .stdin
        .take()
        .unwrap()
        .write_all(b"{\"text\":\"\xff\"}\n\xef\xbb\xbf{\"text\":\"a\\ud83d\"}\n")
        .unwrap();
    let output = child.wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(1));
    let lines = lines(&output);
    assert_eq!(lines[0], serde_json::json!({"error": "not UTF-8", "line": 1}));
    assert_eq!(lines[1]["id"], Value::Null);
}

#[test]
fn a_line_is_answered_before_the_next_is_sent() {
    let mut child = dateline(&["annotate"]).spawn().unwrap();
    let mut stdin = child.stdin.take().unwrap();
    let mut answers = BufReader::new(child.stdout.take().unwrap()).lines();
    for n in 0..3 {
        writeln!(stdin, "{{\"id\":{n},\"text\":\"Text.\"}}").unwrap();
        let answer: Value = serde_json::from_str(&answers.next().unwrap().unwrap()).unwrap();
        assert_eq!(answer["id"], n);
    }
    drop(stdin);
    assert!(answers.next().is_none());
    assert!(child.wait().unwrap().success());
}

#[test]
fn positions_count_code_points_of_the_text_as_given() {
    let given = "😀😀 \u{1d4d0}\r\n\r\nAngela Merkel met Emmanuel Macron in Berlin on 2 March 2015.\r\n";
    let input = serde_json::json!({"id": "x", "text": given}).to_string();
    let points: Vec<char> = given.chars().collect();
    for words in [&["annotate"][..], &["annotate", "--plain"]] {
        let output = run(words, &input);
        let answer = &lines(&output)[0];
        for (list, allowed) in
            [("mentions", "Angela Merkel|Emmanuel Macron|Berlin"), ("dates", "2 March 2015")]
        {
            for found in answer[list].as_array().unwrap() {
                let at = |key: &str| usize::try_from(found[key].as_u64().unwrap()).unwrap();
                let covered: String = points[at("start")..at("end")].iter().collect();
                assert!(allowed.contains(&covered), "{list}: {covered:?}");
            }
        }
    }
}

fn read_two_lines_and_close(mut child: Child) -> std::process::ExitStatus {
    let mut stdin = child.stdin.take().unwrap();
    let mut answers = BufReader::new(child.stdout.take().unwrap());
    let mut line = String::new();
    let feed = std::thread::spawn(move || {
        for n in 0..100_000 {
            if writeln!(stdin, "{{\"id\":{n},\"text\":\"Text.\"}}").is_err() {
                break;
            }
        }
    });
    answers.read_line(&mut line).unwrap();
    answers.read_line(&mut line).unwrap();
    drop(answers);
    let mut errors = String::new();
    child.stderr.take().unwrap().read_to_string(&mut errors).unwrap();
    feed.join().unwrap();
    assert_eq!(errors, "");
    child.wait().unwrap()
}

#[test]
fn a_reader_that_has_seen_enough_is_no_failure() {
    assert_eq!(read_two_lines_and_close(dateline(&["annotate"]).spawn().unwrap()).code(), Some(0));
    let mut child = dateline(&["corpus", fixture("kinds").to_str().unwrap()]).spawn().unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert_eq!((output.status.code(), text(&output.stderr)), (Some(0), ""));
}

#[test]
fn corpus_writes_one_object() {
    let output = run(&["corpus", fixture("kinds").to_str().unwrap()], "");
    assert_eq!((output.status.code(), text(&output.stderr)), (Some(0), ""));
    let line = text(&output.stdout).trim_end();
    assert_eq!(keys(line), ["articles", "facets", "stories", "skipped", "repairs"]);
    let corpus: Value = serde_json::from_str(line).unwrap();
    let articles = corpus["articles"].as_array().unwrap();
    let ids: Vec<_> = articles.iter().map(|article| article["id"].as_str().unwrap()).collect();
    assert_eq!(ids, ["3", "harbor", "kyiv-visit", "page", "strike", "untitled", "w1", "wire-3"]);
    assert_eq!(articles[2]["file"], "kyiv-visit.txt");
    assert!(articles[2]["body"].as_str().unwrap().contains("Jens Stoltenberg visited Kyiv"));
    for kind in ["person", "place", "organization", "outlet"] {
        assert!(corpus["facets"][kind].is_array(), "{kind}");
    }
    let mut told: Vec<_> =
        corpus["stories"].as_array().unwrap().iter().flat_map(|story| story.as_array().unwrap()).collect();
    told.sort_by_key(|id| id.as_str());
    assert_eq!(told, ids, "every article is in one story");
    assert_eq!(corpus["skipped"], serde_json::json!([]));
    assert_eq!(corpus["repairs"], serde_json::json!([]));
}

#[test]
fn corpus_tells_what_became_of_the_repairs() {
    let output = run(&["corpus", fixture("repaired").to_str().unwrap()], "");
    assert_eq!(output.status.code(), Some(0), "a name that is not there is no failure");
    let corpus: Value = serde_json::from_slice(&output.stdout).unwrap();
    let repairs = corpus["repairs"].as_array().unwrap();
    assert_eq!(repairs[0]["line"], 3);
    assert_eq!(repairs[0]["repair"], "rename “Volodymyr Zelenskii” to “Volodymyr Zelensky”");
    assert_eq!(repairs[0]["mentions"], 2);
    assert_eq!(repairs[0]["warnings"], serde_json::json!([]));
    let warning = "no name “Nobody At All” was found in the articles";
    assert_eq!(repairs[1]["warnings"], serde_json::json!([warning]));
    assert_eq!(corpus["facets"]["person"][0]["value"], "Volodymyr Zelensky");
    let told = text(&output.stderr);
    assert!(told.starts_with("dateline: ") && told.lines().count() == 1, "{told}");
    assert!(told.contains("repaired/repairs.toml, line 7: hide “Nobody At All”: no name"), "{told}");
}

#[test]
fn corpus_lists_what_it_passed_over() {
    let output = run(&["corpus", fixture("trouble").to_str().unwrap()], "");
    let corpus: Value = serde_json::from_slice(&output.stdout).unwrap();
    let skipped = corpus["skipped"].as_array().unwrap();
    assert!(skipped.contains(&serde_json::json!({"file": "binary.txt", "reason": "binary file"})));
    assert_eq!(output.status.code(), Some(0));
}

#[test]
fn corpus_tells_mistakes_and_writes_nothing() {
    let output = run(&["corpus", fixture("mistakes").to_str().unwrap()], "");
    assert_eq!((output.status.code(), text(&output.stdout)), (Some(1), ""));
    let errors = text(&output.stderr);
    assert!(errors.contains("mistakes/a.toml, line 2: unknown key \"titel\"; allowed are title"), "{errors}");
    assert!(errors.lines().all(|line| line.starts_with("dateline: reading ")), "{errors}");
}

#[test]
fn help_teaches_by_example_and_ends_well() {
    for words in [
        &["--help"][..],
        &["-h"],
        &["help"],
        &["help", "annotate"],
        &["annotate", "--help"],
        &["corpus", "-h"],
    ] {
        let output = run(words, "");
        assert_eq!((output.status.code(), text(&output.stderr)), (Some(0), ""), "{words:?}");
        assert!(text(&output.stdout).contains("    dateline "), "{words:?}");
        assert!(text(&output.stdout).lines().all(|line| line.chars().count() <= 100), "{words:?}");
    }
    assert_eq!(text(&run(&["--version"], "").stdout), format!("dateline {}\n", env!("CARGO_PKG_VERSION")));
}

#[test]
fn a_command_line_that_is_not_understood_ends_with_2() {
    for words in [&[][..], &["annotat"], &["annotate", "--plane"], &["corpus", "a", "b"], &["--fast"]] {
        let output = run(words, "");
        assert_eq!((output.status.code(), text(&output.stdout)), (Some(2), ""), "{words:?}");
        assert!(text(&output.stderr).contains("try \"dateline --help\""), "{words:?}");
    }
}
