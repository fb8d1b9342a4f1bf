# What people and machines call. Each target sets up what it needs and is missing.

SHELL := /bin/bash
export PATH := $(CURDIR)/target/tools/bin:$(PATH)
export CARGO_TERM_COLOR ?= auto

# A journey that is added is walked in Firefox too, unless its file is one of these.
IN_FIREFOX := kind(test) and not test(/^(agreement|bad_days|documents|every_state|field|harness|keyboard|release|sending|speed)::/) and not test(demo_s_page)

.PHONY: run test check unit rules-some parity-some parity size dist browser prove model seeded parity-full fuzz mutants bench lighthouse client server clean

## Serves the demo on http://127.0.0.1:8080 (PORT=… changes it).
run:
	@echo "Enamel: the first build takes some 5 minutes on two cores, later ones a few seconds."
	@$(MAKE) --no-print-directory -j2 client server
	@exec target/debug/enamel demo

client:
	@cargo xtask client

server:
	@cargo build --quiet --locked -p enamel-server

## Every check.
test: check unit rules-some parity-some size dist browser
	@echo "All checks passed."

# Formatting, lints, licences, spelling, generated files.
check:
	@cargo xtask setup
	cargo fmt --all --check
	cargo clippy --quiet --locked --workspace --exclude xtask --all-targets -- -D warnings
	cargo clippy --quiet --locked -p enamel-frontend --features csr,split --target wasm32-unknown-unknown --target-dir target/client -- -D warnings
	cargo clippy --quiet --locked -p xtask --all-targets --target-dir target/xtask -- -D warnings
	cargo deny --log-level error check bans licenses sources
	cargo xtask rules --check
	typos

# Core, server, client and build program, natively; the pages rendered to text; the client in one
# piece, as `trunk serve` shows it.
unit:
	@cargo xtask setup
	cargo nextest run --locked --workspace --exclude xtask --exclude enamel-tests --exclude enamel-bench --no-fail-fast
	cargo nextest run --locked -p xtask --target-dir target/xtask
	@cargo xtask client --unsplit

# A few of the faults of `seeded`; the model check and the fuzzer's corpus are among the tests of `unit`.
rules-some:
	@cargo xtask faults --some 5

# The journeys in Chromium, on the server as developed and as deployed; then those in Firefox that need nothing of
# Chromium's own protocol. ENAMEL_ACCEPT=1 takes pictures and transcripts as they are now for right.
browser: client server dist
	@cargo xtask setup
	cargo nextest run --locked -p enamel-tests --no-fail-fast
	ENAMEL_BROWSER=firefox cargo nextest run --locked -p enamel-tests --no-fail-fast -E '$(IN_FIREFOX)'

## target/dist/enamel, the server with the client inside, and target/dist/web, the client as served.
dist: client
	cargo build --quiet --locked --release -p enamel-server
	@cp target/release/enamel target/dist/enamel
	@ls -l target/dist/enamel

## The bytes of a first visit; fails over the budget.
size:
	@cargo xtask size

# The same with a few of the alterations.
parity-some:
	@cargo xtask parity --self-test 3
	@cargo xtask parity

## The rules in WebAssembly and natively over the same inputs; nine alterations on one side are noticed.
parity:
	@cargo xtask parity --self-test
	@cargo xtask parity

## Every proof of the rules in full: hours. Each has a target of its own, below.
prove: model seeded parity-full fuzz mutants

## Every history of the rules up to a bound, and what must hold in all of them; some minutes.
model:
	cargo run --quiet --locked --profile model -p enamel-model

## Seeds each fault into the rules and writes what caught it into docs/faults.md (usually 15 minutes).
seeded:
	@cargo xtask faults

## Mutates every expression of the rules, runs their tests and writes docs/mutants.md (usually 20 minutes;
## FILES='core/src/code.rs …' for some, which writes nothing).
mutants:
	@cargo xtask mutants $(FILES)

## A million inputs in WebAssembly and natively (usually 10 minutes).
parity-full:
	@PARITY_INPUTS=1000000 cargo xtask parity

## Looks for input that breaks a rule: FUZZ_SECONDS for each parser and each history (eleven).
## `make test` replays what was found before.
fuzz:
	@cargo xtask fuzz $(or $(FUZZ_SECONDS),600)

## Lighthouse on a slow phone, beside a page without a client (usually 5 minutes, on a quiet machine).
lighthouse: dist
	@cargo xtask setup
	@cd tests/lighthouse && { [ -d node_modules/lighthouse ] || npm ci --silent --ignore-scripts; }
	node tests/lighthouse/run.mjs target/dist/enamel target/dist/web

## Every benchmark beside its reference.
bench: dist
	@cargo xtask setup
	@cargo xtask parity --build
	cargo build --quiet --locked --release -p enamel-bench
	@target/release/enamel-bench

clean:
	cargo clean
