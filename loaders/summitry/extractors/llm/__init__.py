"""A language model as an extractor, over any address that speaks the OpenAI chat-completions protocol."""
