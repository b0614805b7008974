package dev.crosstrust.route.file;

import dev.crosstrust.exchange.aws.SigningAlgorithm;
import dev.crosstrust.identity.google.GoogleEndpoints;
import dev.crosstrust.route.AwsToGoogle;
import dev.crosstrust.route.AwsToGoogle.Pool;
import dev.crosstrust.route.AwsToGoogle.TokenForm;
import dev.crosstrust.route.Direction;
import dev.crosstrust.route.GoogleToAws;
import dev.crosstrust.route.GoogleToAws.Role;
import dev.crosstrust.route.Route;
import dev.crosstrust.route.Route.Expect;
import dev.crosstrust.token.SubjectToken.Kind;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a route from YAML; whatever is not exactly right is a problem with its place. */
public final class RouteReader {
  private static final Set<String> GOOGLE_TO_AWS =
      Set.of("name", "direction", "identity", "impersonate", "audience", "aws", "expect", "steps");
  private static final Set<String> AWS_TO_GOOGLE =
      Set.of("name", "direction", "identity", "audience", "token", "google", "expect", "steps");
  private static final Set<String> EITHER =
      Set.of(
          "name",
          "direction",
          "identity",
          "impersonate",
          "audience",
          "aws",
          "token",
          "google",
          "expect",
          "steps");
  private static final List<String> DIRECTIONS =
      List.of(Direction.GOOGLE_TO_AWS.text(), Direction.AWS_TO_GOOGLE.text());

  private RouteReader() {}

  /**
   * Reads one route.
   *
   * @param file what the problem names
   */
  public static Loaded read(String yaml, String file) {
    try {
      SecretLines.refuseIn(yaml);
      Problems problems = new Problems();
      Route route = route(YamlReader.read(yaml), problems);
      return problems
          .first()
          .<Loaded>map(problem -> new Loaded.Bad(problem.in(file)))
          .orElseGet(() -> new Loaded.Good(route, file));
    } catch (UnreadableException e) {
      return new Loaded.Bad(e.in(file));
    }
  }

  /** The route; without value where there are problems. */
  static Route route(Yaml document, Problems problems) {
    Fields either = Fields.of(document, "", EITHER, problems);
    String direction = either.requiredChoice("direction", DIRECTIONS);
    return direction.equals(Direction.AWS_TO_GOOGLE.text())
        ? awsToGoogle(Fields.of(document, "", AWS_TO_GOOGLE, problems))
        : googleToAws(Fields.of(document, "", GOOGLE_TO_AWS, problems));
  }

  private static Route googleToAws(Fields fields) {
    Fields aws = fields.group("aws", Set.of("region", "role", "session", "duration"));
    return new GoogleToAws(
        fields.text("name", Form.NAME),
        fields.text("identity", Form.IDENTITY),
        fields.optionalText("impersonate", Form.SERVICE_ACCOUNT),
        fields.text("audience", Form.AUDIENCE),
        new Role(
            aws.text("region", Form.REGION),
            aws.text("role", Form.ROLE),
            aws.optionalText("session", Form.SESSION),
            aws.seconds("duration", 900, 43_200)),
        expect(fields, Set.of("aws-account")),
        StepReader.steps(fields, Direction.GOOGLE_TO_AWS));
  }

  private static Route awsToGoogle(Fields fields) {
    Fields google =
        fields.group("google", Set.of("provider", "project", "impersonate", "universe"));
    return new AwsToGoogle(
        fields.text("name", Form.NAME),
        fields.text("identity", Form.IDENTITY),
        fields.optionalText("audience", Form.AUDIENCE),
        token(fields),
        new Pool(
            google.text("provider", Form.PROVIDER),
            google.optionalText("project", Form.PROJECT),
            google.optionalText("impersonate", Form.SERVICE_ACCOUNT),
            Objects.requireNonNullElse(
                google.optionalText("universe", Form.UNIVERSE), GoogleEndpoints.DEFAULT_UNIVERSE)),
        expect(fields, Set.of("aws-account", "google-project")),
        StepReader.steps(fields, Direction.AWS_TO_GOOGLE));
  }

  /** Durations as in {@code GetWebIdentityToken}'s model; a signed request has no choices. */
  private static TokenForm token(Fields fields) {
    Fields token = fields.group("token", Set.of("kind", "algorithm", "duration"));
    String kind = token.requiredChoice("kind", List.of(TokenForm.JWT, TokenForm.SIGNED_REQUEST));
    if (!kind.equals(TokenForm.SIGNED_REQUEST)) {
      String algorithm =
          token.choice(
              "algorithm", List.of(SigningAlgorithm.RS256.name(), SigningAlgorithm.ES384.name()));
      return new TokenForm(Kind.JWT, algorithm(algorithm), token.seconds("duration", 60, 3600));
    }
    for (String key : List.of("algorithm", "duration")) {
      if (token.value(key).isPresent()) {
        token.refuse(key, "%s is for kind jwt only".formatted(token.full(key)));
      }
    }
    return new TokenForm(Kind.AWS_SIGNED_REQUEST, null, null);
  }

  private static @Nullable SigningAlgorithm algorithm(@Nullable String name) {
    return name == null ? null : SigningAlgorithm.valueOf(name);
  }

  private static Expect expect(Fields fields, Set<String> keys) {
    if (fields.value("expect").isEmpty()) {
      return Expect.ANYTHING;
    }
    Fields expect = fields.group("expect", keys);
    return new Expect(
        expect.optionalText("aws-account", Form.ACCOUNT),
        expect.optionalText("google-project", Form.PROJECT));
  }
}
