//! What a real input field hands to the rules, and what they say of it there, against the same rules here (R37).

use enamel_core::account::ActivationRequest;
use enamel_core::password::{PasswordContext, checklist};
use enamel_core::policy::Policy;
use enamel_core::text::Typed;
use enamel_tests::{Result, Visit, Width};

use crate::account::sign_in;

/// Inputs in all, and in one script.
const INPUTS: usize = 2_000;
const BATCH: usize = 250;

/// What texts are put together from: pieces that a field, a rule or a table could treat in a way of its own.
const PIECES: [&str; 44] = [
    "a",
    "Z",
    "7",
    " ",
    "!",
    "molar",
    "Amira",
    "KHAN",
    "amira.khan",
    "password",
    "é",
    "e\u{301}",
    "ß",
    "ẞ",
    "İ",
    "ı",
    "ſ",
    "\u{212a}",
    "ﬃ",
    "ǆ",
    "ǅ",
    "１",
    "Ａ",
    "١",
    "४",
    "\u{a0}",
    "\u{3000}",
    "\u{200b}",
    "\u{200d}",
    "\u{202e}",
    "\u{2066}",
    "\u{feff}",
    "\t",
    "\u{85}",
    "\u{0}",
    "\u{7f}",
    "👩\u{200d}🦷",
    "😀",
    "가",
    "\u{1100}\u{1161}",
    "\u{378}",
    "\u{fffd}",
    "\u{fdd0}",
    "\u{315}\u{323}\u{301}",
];
/// Halves of surrogate pairs, as no Rust text holds them.
const HALVES: [u16; 3] = [0xd800, 0xdbff, 0xdc00];

/// For each text: puts it in as a paste does, and gives what the field holds and which requirements are ticked.
const TRY_OUT: &str = "
    const field = document.getElementById('new_password');
    const ticks = () => [...document.querySelectorAll('#new_password-hint li')].map(e => !e.textContent.includes('Not yet'));
    const results = [];
    for (const units of given[0]) {
        field.focus();
        field.select();
        const text = String.fromCharCode(...units);
        if (!document.execCommand('insertText', false, text)) {
            // Nothing to insert, or nothing that the editor takes: as a script or an extension fills in.
            field.value = text;
            field.dispatchEvent(new InputEvent('input', { bubbles: true }));
        }
        await new Promise(done => setTimeout(done));
        results.push([Array.from({ length: field.value.length }, (_, at) => field.value.charCodeAt(at)), ticks()]);
    }
    return results;";

#[tokio::test]
async fn r9_r37_a_real_field_cuts_nothing_and_its_rules_say_what_they_say_here() -> Result {
    Visit::make(Width::Wide, async |visit| {
        let amira = visit.demo.person("amira.khan").await?;
        let texted = visit.demo.texted_password(&amira.mobile).await?;
        visit.open("/sign-in").await?;
        sign_in(visit, "amira.khan", &texted).await?;
        visit.arrives("Activate your account").await?;
        let (context, policy) = (amira_khan(), Policy::seed_2018());
        let texts = texts();
        let mut taken = 0;
        for batch in texts.chunks(BATCH) {
            let tried = visit.browser.run_async(TRY_OUT, vec![serde_json::to_value(batch)?]).await?;
            let tried: Vec<(Vec<u16>, Vec<bool>)> = serde_json::from_value(tried)?;
            assert_eq!(tried.len(), batch.len());
            for (typed, (held, shown)) in batch.iter().zip(tried) {
                assert_eq!(held, *typed, "the field cut or changed something");
                let here: Vec<_> =
                    checklist(&Typed::from_utf16(&held), &context, &policy).iter().map(|tick| tick.met).collect();
                assert_eq!(shown, here, "of {:?}", String::from_utf16_lossy(&held));
                let request =
                    ActivationRequest { new_password: Typed::from_utf16(&held), ..ActivationRequest::default() };
                let problems = request.check(&context, &policy).unwrap_err();
                taken += usize::from(!problems.iter().any(|problem| problem.field == "new_password"));
            }
        }
        assert!(taken > INPUTS / 20 && taken < INPUTS, "{taken} of {INPUTS} are taken");
        Ok(())
    })
    .await
}

fn amira_khan() -> PasswordContext {
    PasswordContext { username: "amira.khan".to_owned(), first_name: "Amira".to_owned(), last_name: "Khan".to_owned() }
}

/// The same texts every time, as UTF-16 units.
fn texts() -> Vec<Vec<u16>> {
    // Knuth's multiplier; the high bits are the random ones.
    let mut state = 20_180_223_u64;
    let mut below = move |most: usize| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from((state >> 33) % u64::try_from(most).unwrap_or(1)).unwrap_or_default()
    };
    let mut texts = Vec::with_capacity(INPUTS);
    while texts.len() < INPUTS {
        let mut units: Vec<u16> = Vec::new();
        for _ in 0..=below(7) {
            if below(40) == 0 {
                units.extend(HALVES.get(below(HALVES.len())));
            } else {
                units.extend(PIECES.get(below(PIECES.len())).into_iter().flat_map(|piece| piece.encode_utf16()));
            }
        }
        if below(60) == 0 {
            units = units.repeat(64);
        }
        texts.push(units);
    }
    texts
}
