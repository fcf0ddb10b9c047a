//! Articles and what is known of them into an immutable index: terms, postings, facet bitmaps, date columns.
