//! What may be done with a text when it is written: plain, in single quotes, or in double ones only.

/// The ways in which a text can be written.
#[derive(Debug, Default)]
#[allow(clippy::struct_excessive_bools)] // independent properties of a text
pub(super) struct Analysis {
    pub(super) empty: bool,
    pub(super) multiline: bool,
    /// Plain, inside `[…]` and `{…}`.
    pub(super) flow_plain: bool,
    /// Plain, elsewhere.
    pub(super) block_plain: bool,
    pub(super) single_quoted: bool,
}

/// Looks at a text once, as `PyYAML`'s emitter does.
#[allow(clippy::too_many_lines)] // one look at every character
pub(super) fn analyze(text: &str) -> Analysis {
    if text.is_empty() {
        return Analysis { empty: true, block_plain: true, single_quoted: true, ..Analysis::default() };
    }
    let (mut block_indicators, mut flow_indicators) = (false, false);
    let (mut line_breaks, mut special_characters) = (false, false);
    let (mut leading_space, mut leading_break) = (false, false);
    let (mut trailing_space, mut trailing_break) = (false, false);
    let (mut break_space, mut space_break) = (false, false);
    if text.starts_with("---") || text.starts_with("...") {
        (block_indicators, flow_indicators) = (true, true);
    }
    let chars: Vec<char> = text.chars().collect();
    let is_blank = |c: Option<&char>| c.is_none_or(|c| "\0 \t\r\n\u{85}\u{2028}\u{2029}".contains(*c));
    let (mut preceded_by_blank, mut followed_by_blank) = (true, is_blank(chars.get(1)));
    let (mut previous_space, mut previous_break) = (false, false);
    for (index, &c) in chars.iter().enumerate() {
        if index == 0 {
            if "#,[]{}&*!|>'\"%@`".contains(c) {
                (flow_indicators, block_indicators) = (true, true);
            }
            if "?:".contains(c) {
                flow_indicators = true;
                block_indicators |= followed_by_blank;
            }
            if c == '-' && followed_by_blank {
                (flow_indicators, block_indicators) = (true, true);
            }
        } else {
            if ",?[]{}".contains(c) {
                flow_indicators = true;
            }
            if c == ':' {
                flow_indicators = true;
                block_indicators |= followed_by_blank;
            }
            if c == '#' && preceded_by_blank {
                (flow_indicators, block_indicators) = (true, true);
            }
        }
        let is_break = is_break(c);
        line_breaks |= is_break;
        if !(c == '\n' || (' '..='~').contains(&c)) {
            let printable = c == '\u{85}'
                || ('\u{a0}'..='\u{d7ff}').contains(&c)
                || ('\u{e000}'..='\u{fffd}').contains(&c)
                || ('\u{10000}'..'\u{10ffff}').contains(&c);
            special_characters |= !printable || c == '\u{feff}';
        }
        if c == ' ' {
            leading_space |= index == 0;
            trailing_space |= index == chars.len() - 1;
            break_space |= previous_break;
            (previous_space, previous_break) = (true, false);
        } else if is_break {
            leading_break |= index == 0;
            trailing_break |= index == chars.len() - 1;
            space_break |= previous_space;
            (previous_space, previous_break) = (false, true);
        } else {
            (previous_space, previous_break) = (false, false);
        }
        preceded_by_blank = is_blank(Some(&c));
        followed_by_blank = is_blank(chars.get(index + 2));
    }
    let framed = leading_space || leading_break || trailing_space || trailing_break;
    let no_plain = framed || break_space || space_break || special_characters || line_breaks;
    Analysis {
        empty: false,
        multiline: line_breaks,
        flow_plain: !no_plain && !flow_indicators,
        block_plain: !no_plain && !block_indicators,
        single_quoted: !(break_space || space_break || special_characters),
    }
}

/// Whether the character ends a line.
pub(super) fn is_break(c: char) -> bool {
    matches!(c, '\n' | '\u{85}' | '\u{2028}' | '\u{2029}')
}
