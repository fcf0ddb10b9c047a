//! Dateline: who, where and when in a folder of news articles.
