//! Tests of whole histories.
