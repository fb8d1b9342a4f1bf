//! The rules' own Unicode tables give what ICU4X gives, over every code point and over texts.

#[cfg(test)]
mod equality;
#[cfg(test)]
mod generate;
