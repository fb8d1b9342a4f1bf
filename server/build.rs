//! Rebuilds the program when the client that it holds was built anew.

/// Where the client's build leaves its files.
const WEB: &str = "../target/dist/web";

fn main() -> std::io::Result<()> {
    println!("cargo:rerun-if-changed={WEB}");
    // Where it is missing as this is compiled, the program would hold that there is no client, even
    // one that is built beside it.
    std::fs::create_dir_all(WEB)
}
