"""From an article to claims: sentences, mentions, frames, events, each with the words that say it."""
