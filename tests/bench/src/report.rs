//! The table.

/// A figure beside its reference.
pub(crate) struct Line {
    pub(crate) what: &'static str,
    pub(crate) figure: String,
    pub(crate) reference: String,
    pub(crate) ratio: f64,
    pub(crate) target: Target,
}

/// What the ratio is held to.
#[derive(Clone, Copy)]
pub(crate) enum Target {
    AtLeast(f64),
    AtMost(f64),
}

impl Target {
    fn holds(self, ratio: f64) -> bool {
        match self {
            Self::AtLeast(least) => ratio >= least,
            Self::AtMost(most) => ratio <= most,
        }
    }

    fn text(self) -> String {
        match self {
            Self::AtLeast(least) => format!("≥ {least}"),
            Self::AtMost(most) => format!("≤ {most}"),
        }
    }
}

/// Prints the lines; `true` where every target holds.
pub(crate) fn print(lines: &[Line]) -> bool {
    println!("\n| measure | figure | reference | ratio | target | |\n|---|---|---|---|---|---|");
    for line in lines {
        let verdict = if line.target.holds(line.ratio) { "holds" } else { "MISSED" };
        println!(
            "| {} | {} | {} | {:.2} | {} | {verdict} |",
            line.what,
            line.figure,
            line.reference,
            line.ratio,
            line.target.text()
        );
    }
    lines.iter().all(|line| line.target.holds(line.ratio))
}

/// The middle one of an odd number of figures.
pub(crate) fn median(mut figures: Vec<f64>) -> f64 {
    figures.sort_by(f64::total_cmp);
    figures.get(figures.len() / 2).copied().unwrap_or_default()
}
