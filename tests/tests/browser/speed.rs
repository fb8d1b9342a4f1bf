//! What typing feels like on a slow machine, and what a long day in one tab costs.

use std::time::Duration;

use enamel_tests::{Result, Visit, Width};
use serde_json::{Value, json};

use crate::account::{enter_as, fill_in_activation};

/// Milliseconds within which 98 of a hundred interactions are painted, the processor four times slower.
const NEXT_PAINT: f64 = 50.0;
/// Bytes of WebAssembly and script together that a tab may hold after many navigations.
const MEMORY: f64 = 25e6;

#[tokio::test]
async fn r9_typing_a_new_password_on_a_slow_machine_is_painted_at_once() -> Result {
    Visit::make(Width::Narrow, async |visit| {
        fill_in_activation(visit).await?;
        visit.browser.driver().cdp().send_raw("Emulation.setCPUThrottlingRate", json!({ "rate": 4 })).await?;
        // Another program's turn is not the page's slowness: the quickest of three counts.
        let mut quickest = f64::MAX;
        for _ in 0..3 {
            quickest = quickest.min(next_paint(visit).await?);
            if quickest <= NEXT_PAINT {
                break;
            }
        }
        println!("next paint after a key, p98: {quickest} ms (at most {NEXT_PAINT})");
        assert!(quickest <= NEXT_PAINT, "{quickest} ms");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_tab_holds_no_more_after_two_hundred_navigations_than_after_forty() -> Result {
    Visit::make(Width::Wide, async |visit| {
        enter_as(visit, "jane.smith").await?;
        let mut held = Vec::new();
        for round in 1..=100 {
            visit.follow("Directory").await?;
            visit.arrives("Directory").await?;
            visit.follow("Your account").await?;
            visit.arrives("Your account").await?;
            if round == 20 || round == 100 {
                held.push(memory(visit).await?);
            }
        }
        println!("bytes held after 40 and after 200 navigations: {held:?} (at most {MEMORY})");
        let [before, after] = held[..] else { panic!("{held:?}") };
        assert!(after <= MEMORY && after <= before * 1.05 + 200_000.0, "{held:?}");
        Ok(())
    })
    .await
}

/// What scripts hold, and what their buffers do, of which WebAssembly's memory is one.
async fn memory(visit: &Visit) -> Result<f64> {
    let cdp = visit.browser.driver().cdp();
    cdp.send_raw("HeapProfiler.collectGarbage", json!({})).await?;
    let usage = cdp.send_raw("Runtime.getHeapUsage", json!({})).await?;
    let of = |name| usage.get(name).and_then(Value::as_f64).unwrap_or_default();
    anyhow::ensure!(of("backingStorageSize") > 0.0, "the browser does not tell of buffers: {usage}");
    Ok(of("usedSize") + of("backingStorageSize"))
}

/// Milliseconds from a key to the next paint, of all but two of a hundred keys.
async fn next_paint(visit: &Visit) -> Result<f64> {
    let observe = "window.took = {}; window.pressed = 0;
        if (window.isWatched) return;
        window.isWatched = true;
        addEventListener('keydown', () => window.pressed += 1);
        new PerformanceObserver((list) => {
            for (const { interactionId, duration } of list.getEntries())
                if (interactionId) window.took[interactionId] = Math.max(duration, window.took[interactionId] ?? 0);
        }).observe({ type: 'event', durationThreshold: 16 });";
    visit.browser.run(observe, vec![]).await?;
    visit.fill("New password", "").await?;
    // As fast as people type, who wait for no machine: a key each 80 ms.
    let mut tick = tokio::time::interval(Duration::from_millis(80));
    for key in "Correct horse battery staple, 12 molars & 3 crowns in Ysbyty Gwynedd 2027".chars() {
        tick.tick().await;
        visit.browser.driver().action_chain().send_keys(key).perform().await?;
    }
    let took = "await new Promise(done => setTimeout(done, 500)); return [window.pressed, Object.values(window.took)]";
    let (pressed, mut took): (usize, Vec<f64>) = serde_json::from_value(visit.browser.run_async(took, vec![]).await?)?;
    assert!(pressed >= 70, "{pressed} keys were pressed");
    // Those that took less than a frame are not told.
    took.resize(pressed.max(took.len()), 0.0);
    took.sort_by(f64::total_cmp);
    Ok(took.get(took.len() * 98 / 100).copied().unwrap_or_default())
}
