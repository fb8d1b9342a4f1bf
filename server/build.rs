//! Rebuilds the program when the client that it holds was built anew.

fn main() {
    println!("cargo:rerun-if-changed=../target/dist/web");
}
