package dev.crosstrust.trust.aws;

import tools.jackson.databind.JsonNode;

/** A question with what came of its policy. */
record Evaluated(TrustQuestion question, Issuer issuer, JsonNode policy, Evaluation evaluation) {}
