//! A source with some of its expressions written anew, and whom an error in it is to be laid upon.

use std::ops::Range;

/// Bytes of a text.
pub(super) type Bytes = Range<usize>;

/// What is to stand in place of some bytes of the source.
#[derive(Debug)]
pub(super) struct Edit {
    pub(super) at: Bytes,
    /// The mutants that it switches.
    pub(super) mutants: Vec<u32>,
    pub(super) pieces: Vec<Piece>,
}

#[derive(Debug)]
pub(super) enum Piece {
    /// What every mutant of the edit needs.
    Text(String),
    /// What is there for one mutant alone, as it would be without a switch.
    Of(u32, String),
    /// Bytes of the source, with the edits within them.
    Source(Bytes),
}

/// The text with its edits.
pub(super) struct Edited {
    pub(super) text: String,
    /// Bytes of the text that are there for one mutant alone.
    own: Vec<(Bytes, u32)>,
    /// Bytes of the text that an edit made, and its mutants.
    made: Vec<(Bytes, Vec<u32>)>,
    /// Bytes of the text that were copied, and where they stood.
    copied: Vec<(Bytes, usize)>,
}

/// Whom an error is laid upon.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Blame {
    /// This mutant: its replacement would not compile without a switch either.
    Surely(u32),
    /// Some of these, or the way they are switched.
    Perhaps(Vec<u32>),
    /// Whoever is in the function around these bytes of the source.
    Near(Bytes),
    Nobody,
}

/// Edits are nested in each other or apart; one that only inserts comes before what begins there.
pub(super) fn apply(source: &str, mut edits: Vec<Edit>) -> Edited {
    edits.sort_by_key(|edit| (edit.at.start, !edit.at.is_empty(), std::cmp::Reverse(edit.at.end)));
    let mut edited = Edited { text: String::new(), own: Vec::new(), made: Vec::new(), copied: Vec::new() };
    edited.write(source, 0..source.len(), &edits);
    edited
}

impl Edited {
    /// Writes these bytes of the source; `edits` are those that may lie within them.
    fn write(&mut self, source: &str, bytes: Bytes, edits: &[Edit]) {
        let mut at = bytes.start;
        for (nth, edit) in edits.iter().enumerate() {
            if edit.at.start < at || edit.at.end > bytes.end {
                continue;
            }
            self.copy(source, at..edit.at.start);
            let start = self.text.len();
            for piece in &edit.pieces {
                self.write_piece(source, piece, edits.get(nth + 1..).unwrap_or_default());
            }
            self.made.push((start..self.text.len(), edit.mutants.clone()));
            at = edit.at.end;
        }
        self.copy(source, at..bytes.end);
    }

    fn write_piece(&mut self, source: &str, piece: &Piece, edits: &[Edit]) {
        let start = self.text.len();
        match piece {
            Piece::Text(text) => self.text.push_str(text),
            Piece::Of(mutant, text) => {
                self.text.push_str(text);
                self.own.push((start..self.text.len(), *mutant));
            }
            Piece::Source(bytes) => self.write(source, bytes.clone(), edits),
        }
    }

    fn copy(&mut self, source: &str, bytes: Bytes) {
        let start = self.text.len();
        self.text.push_str(source.get(bytes.clone()).unwrap_or_default());
        self.copied.push((start..self.text.len(), bytes.start));
    }

    /// Whom an error at these bytes of the text is laid upon.
    pub(super) fn blame(&self, error: &Bytes) -> Blame {
        if let Some(&mutant) = smallest(&self.own, error) {
            return Blame::Surely(mutant);
        }
        if let Some(mutants) = smallest(&self.made, error) {
            return Blame::Perhaps(mutants.clone());
        }
        let copied = self.copied.iter().find(|(bytes, _)| bytes.contains(&error.start));
        copied.map_or(Blame::Nobody, |(bytes, stood)| {
            let start = error.start - bytes.start + stood;
            Blame::Near(start..start + 1)
        })
    }
}

fn smallest<'a, T>(all: &'a [(Bytes, T)], error: &Bytes) -> Option<&'a T> {
    let around = all.iter().filter(|(bytes, _)| bytes.start <= error.start && error.end <= bytes.end);
    around.min_by_key(|(bytes, _)| bytes.len()).map(|(_, found)| found)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn twice(at: Bytes, mutant: u32) -> Edit {
        let pieces = vec![
            Piece::Text("(".into()),
            Piece::Source(at.clone()),
            Piece::Of(mutant, "|".into()),
            Piece::Source(at.clone()),
            Piece::Text(")".into()),
        ];
        Edit { at, mutants: vec![mutant], pieces }
    }

    #[test]
    fn edits_within_edits_are_written_from_the_inside_out() {
        let inserted = Edit { at: 0..0, mutants: vec![3], pieces: vec![Piece::Of(3, "^".into())] };
        let edited = apply("ab cd", vec![twice(3..4, 1), twice(0..5, 2), inserted]);
        assert_eq!(edited.text, "^(ab (c|c)d|ab (c|c)d)");
    }

    #[test]
    fn an_error_is_laid_upon_what_it_lies_in() {
        let edited = apply("ab cd", vec![twice(3..4, 1)]);
        assert_eq!(edited.text, "ab (c|c)d");
        assert_eq!(edited.blame(&(5..6)), Blame::Surely(1));
        assert_eq!(edited.blame(&(4..5)), Blame::Perhaps(vec![1]));
        assert_eq!(edited.blame(&(8..9)), Blame::Near(4..5));
    }
}
