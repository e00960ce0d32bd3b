"""How a centre looks: logo, accent colour, background; what people upload, made harmless."""
