package dev.crosstrust.token.signature;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosstrust.token.signature.SignatureCheck.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Project Wycheproof's JSON Web Signature and Key cases (C2SP/wycheproof, testvectors_v1). */
class WycheproofTest {
  /** Valid there, refused here: the key says {@code ES521}, which is no algorithm of RFC 7518. */
  private static final Set<Integer> REFUSED_FOR_THEIR_KEY = Set.of(347, 351);

  private record Case(int id, boolean valid, Status ours) {}

  private static List<Case> cases(String file) {
    JsonNode vectors = Vectors.read("wycheproof/" + file);
    List<Case> cases = new ArrayList<>();
    for (JsonNode group : vectors.path("testGroups")) {
      JsonNode keys = group.has("public") ? group.path("public") : group.path("private");
      for (JsonNode test : group.path("tests")) {
        cases.add(
            new Case(
                test.path("tcId").intValue(),
                test.path("result").stringValue().equals("valid"),
                Vectors.verdict(test.path("jws").stringValue(), keys)));
      }
    }
    assertThat(cases).hasSize(vectors.path("numberOfTests").intValue());
    return cases;
  }

  @Test
  void noInvalidSignatureIsAccepted() {
    List<Case> invalid =
        cases("json_web_signature_test.json").stream().filter(c -> !c.valid()).toList();
    assertThat(invalid).hasSize(355).noneMatch(c -> c.ours() == Status.VALID);
  }

  @Test
  void everyValidSignatureIsAcceptedButThoseOfAnUnknownAlgorithm() {
    List<Case> valid = cases("json_web_signature_test.json").stream().filter(Case::valid).toList();
    assertThat(valid).hasSize(46);
    assertThat(valid.stream().filter(c -> c.ours() != Status.VALID).map(Case::id))
        .containsExactlyInAnyOrderElementsOf(REFUSED_FOR_THEIR_KEY);
  }

  @Test
  void noBrokenWeakOrAmbiguousKeyIsReliedOn() {
    List<Case> keys = cases("json_web_key_test.json");
    assertThat(keys).hasSize(26);
    assertThat(keys).allMatch(c -> c.valid() == (c.ours() == Status.VALID));
  }
}
