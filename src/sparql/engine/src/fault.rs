// SPDX-License-Identifier: MIT
//! Says where a query goes wrong and what could stand there. The parser tells less than that: it counts a keyword that does
//! not match as read, and of all that it expected names the longest. So the first token that cannot follow what is before it
//! is searched for by parsing beginnings of the query, and what could stand in its place by trying.

use spargebra::SparqlParser;

/// More blanks than the longest keyword has letters.
const PADDING: &str = "                                ";
/// Longer queries are not tried with every word: it would take seconds.
const MAX_TRIED: usize = 1 << 16;

/// What a query may consist of: a way to write it, and its name in a message.
const WORDS: [(&str, &str); 70] = [
    ("?v", "a variable"),
    ("<i>", "an IRI"),
    ("rdf:i", "a prefixed name"),
    ("\"s\"", "a string"),
    ("1", "a number"),
    ("true", "true or false"),
    ("_:b", "a blank node"),
    ("STRLEN", "a function"),
    ("COUNT", "an aggregate"),
    ("{", "'{'"),
    ("}", "'}'"),
    ("(", "'('"),
    (")", "')'"),
    ("[", "'['"),
    ("]", "']'"),
    (".", "'.'"),
    (";", "';'"),
    (",", "','"),
    ("=", "'='"),
    ("!=", "'!='"),
    ("<", "'<'"),
    (">", "'>'"),
    ("<=", "'<='"),
    (">=", "'>='"),
    ("&&", "'&&'"),
    ("||", "'||'"),
    ("+", "'+'"),
    ("-", "'-'"),
    ("*", "'*'"),
    ("/", "'/'"),
    ("|", "'|'"),
    ("^", "'^'"),
    ("!", "'!'"),
    ("^^", "'^^'"),
    ("@en", "a language tag"),
    ("a", "'a'"),
    ("SELECT", "SELECT"),
    ("ASK", "ASK"),
    ("CONSTRUCT", "CONSTRUCT"),
    ("DESCRIBE", "DESCRIBE"),
    ("PREFIX", "PREFIX"),
    ("BASE", "BASE"),
    ("DISTINCT", "DISTINCT"),
    ("REDUCED", "REDUCED"),
    ("AS", "AS"),
    ("FROM", "FROM"),
    ("WHERE", "WHERE"),
    ("GROUP", "GROUP"),
    ("BY", "BY"),
    ("HAVING", "HAVING"),
    ("ORDER", "ORDER"),
    ("ASC", "ASC"),
    ("DESC", "DESC"),
    ("LIMIT", "LIMIT"),
    ("OFFSET", "OFFSET"),
    ("VALUES", "VALUES"),
    ("UNDEF", "UNDEF"),
    ("OPTIONAL", "OPTIONAL"),
    ("GRAPH", "GRAPH"),
    ("SERVICE", "SERVICE"),
    ("SILENT", "SILENT"),
    ("BIND", "BIND"),
    ("MINUS", "MINUS"),
    ("UNION", "UNION"),
    ("FILTER", "FILTER"),
    ("NOT", "NOT"),
    ("EXISTS", "EXISTS"),
    ("IN", "IN"),
    ("SEPARATOR", "SEPARATOR"),
    ("NAMED", "NAMED"),
];

/// Lines and columns count from 1, columns in characters.
fn place_of(text: &str, offset: usize) -> (usize, usize) {
    let before = &text[..offset];
    let line_start = before.rfind('\n').map_or(0, |at| at + 1);
    (before.matches('\n').count() + 1, before[line_start..].chars().count() + 1)
}

/// Byte ranges of the tokens, cut a little more coarsely than the grammar does.
fn tokens(text: &str) -> Vec<(usize, usize)> {
    let bytes = text.as_bytes();
    let is_word = |c: u8| c.is_ascii_alphanumeric() || c >= 0x80 || b"_:.-%\\".contains(&c);
    let mut found = Vec::new();
    let mut at = 0;
    while at < bytes.len() {
        let start = at;
        let rest = &text[at..];
        match bytes[at] {
            b' ' | b'\t' | b'\r' | b'\n' => {
                at += 1;
                continue;
            }
            b'#' => {
                at += rest.find(['\n', '\r']).unwrap_or(rest.len());
                continue;
            }
            quote @ (b'"' | b'\'') => {
                let long = [quote; 3];
                let close: &[u8] = if bytes[at..].starts_with(&long) { &long } else { &long[..1] };
                at += close.len();
                while at < bytes.len() && !bytes[at..].starts_with(close) {
                    at += if bytes[at] == b'\\' { 2 } else { 1 };
                }
                at = (at + close.len()).min(bytes.len());
            }
            b'<' => {
                let end = rest.find(|c: char| c == '>' || c.is_whitespace() || "\"{}|^`\\".contains(c));
                at += match end {
                    Some(end) if rest.as_bytes()[end] == b'>' && !rest[1..end].contains('<') => end + 1,
                    _ if rest.starts_with("<=") => 2,
                    _ => 1,
                };
            }
            b'?' | b'$' | b'@' => {
                at += 1;
                at += bytes[at..].iter().take_while(|c| is_word(**c) && !b".:%\\".contains(c)).count();
            }
            c if is_word(c) && !b".-%\\".contains(&c) => {
                at += bytes[at..].iter().take_while(|c| is_word(**c)).count();
                while bytes[at - 1] == b'.' {
                    at -= 1;
                }
            }
            _ => {
                let two = ["&&", "||", "!=", ">=", "^^"].iter().any(|each| rest.starts_with(each));
                at += if two { 2 } else { 1 };
            }
        }
        while !text.is_char_boundary(at) {
            at += 1;
        }
        found.push((start, at));
    }
    found
}

/// Whether a query may go on after these words, and what the parser says where it may not.
fn viable(parser: &SparqlParser, beginning: &str) -> Result<(), String> {
    let padded = format!("{beginning}{PADDING}");
    let Err(error) = parser.clone().parse_query(&padded) else {
        return Ok(());
    };
    let message = error.to_string();
    let (line, column) = place_of(&padded, padded.len());
    if message.starts_with(&format!("error at {line}:{column}:")) { Ok(()) } else { Err(message) }
}

/// The sentence in what the parser says, where it has one for people.
fn sentence_of(message: &str) -> Option<&str> {
    let said = message.split_once(": expected ")?.1;
    let said = said.strip_prefix("one of ").unwrap_or(said);
    said.split(", ").find(|part| {
        part.contains(' ') && part.starts_with(|c: char| c.is_ascii_alphabetic()) && *part != "end of input"
    })
}

fn expected(parser: &SparqlParser, beginning: &str) -> String {
    if beginning.len() > MAX_TRIED {
        return String::new();
    }
    let mut names: Vec<&str> = WORDS
        .iter()
        .filter(|(word, _)| viable(parser, &format!("{beginning} {word}")).is_ok())
        .map(|(_, name)| *name)
        .collect();
    if !names.contains(&"'='") {
        names.retain(|name| *name != "'<'" && *name != "'<='"); // the beginning of an IRI
    }
    if parser.clone().parse_query(beginning).is_ok() {
        names.push("the end");
    }
    match names.as_slice() {
        [] => String::new(),
        [one] => format!("expected {one}"),
        [rest @ .., last] => format!("expected {} or {last}", rest.join(", ")),
    }
}

/// `LINE:COLUMN: what is wrong`, then the line of the query and a mark below the place.
pub fn describe(parser: &SparqlParser, text: &str, message: &str) -> String {
    let tokens = tokens(text);
    // The first token after which the query cannot go on: what is before it can.
    let (mut low, mut high) = (0, tokens.len());
    while low < high {
        let middle = low + (high - low) / 2;
        if viable(parser, &text[..tokens[middle].1]).is_ok() { low = middle + 1 } else { high = middle }
    }
    let (start, found) = match tokens.get(low) {
        Some(&(start, end)) => (start, format!("'{}'", &text[start..end])),
        None => (tokens.last().map_or(0, |last| last.1), "the end".to_owned()),
    };
    let before = if low == 0 { "" } else { &text[..tokens[low - 1].1] };
    let said = match tokens.get(low) {
        Some(&(_, end)) => viable(parser, &text[..end]).err(),
        None => Some(message.to_owned()),
    };
    let what = match said.as_deref().and_then(sentence_of) {
        Some("Prefix not found") => {
            let name = found.trim_matches('\'').split(':').next().unwrap_or_default();
            format!("the prefix '{name}:' is not declared")
        }
        Some(sentence) => sentence.to_owned(),
        None => match expected(parser, before) {
            words if words.is_empty() => format!("{found} cannot stand here"),
            words => format!("{words}, not {found}"),
        },
    };
    let (line, column) = place_of(text, start);
    let shown: String =
        text.lines().nth(line - 1).unwrap_or_default().chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    if shown.chars().count() > 200 {
        return format!("{line}:{column}: {what}");
    }
    format!("{line}:{column}: {what}\n  {shown}\n  {}^", " ".repeat(column - 1))
}
