"""A process of its own, with nothing to lose: it opens what people upload and draws it anew."""
