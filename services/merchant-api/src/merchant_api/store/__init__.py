"""All SQL of merchant-api, by noun. What acts for a merchant names the merchant in every query."""
