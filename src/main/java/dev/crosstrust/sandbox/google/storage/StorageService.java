package dev.crosstrust.sandbox.google.storage;

import dev.crosstrust.sandbox.google.api.Methods;
import dev.crosstrust.sandbox.google.policy.Policies;
import dev.crosstrust.sandbox.google.token.AccessTokens;
import java.time.InstantSource;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Cloud Storage's JSON API.
 *
 * @see <a href="https://cloud.google.com/storage/docs/json_api/v1">JSON API</a>
 */
public final class StorageService {
  private static final String BUCKETS = "/storage/v1/b";
  private static final String BUCKET = BUCKETS + "/{bucket}";
  private static final String OBJECTS = BUCKET + "/o";
  private static final String OBJECT = OBJECTS + "/{object}";
  private static final String TO = "/b/{toBucket}/o/{toObject}";

  private StorageService() {}

  /** The methods over these buckets. */
  public static Methods of(
      Buckets buckets,
      AccessTokens tokens,
      Policies policies,
      InstantSource clock,
      RandomGenerator random) {
    Access access = new Access(tokens, policies, buckets);
    ObjectStore store = new ObjectStore(clock);
    ListMethods lists = new ListMethods(access, buckets);
    ReadMethods reads = new ReadMethods(access, store);
    ChangeMethods changes = new ChangeMethods(access, store);
    IamMethods iam = new IamMethods(access, policies);
    Methods methods =
        new Methods()
            .on("GET", BUCKETS, lists::buckets)
            .on("GET", BUCKET, lists::bucket)
            .on("GET", BUCKET + "/iam", iam::get)
            .on("PUT", BUCKET + "/iam", iam::set)
            .on("GET", BUCKET + "/iam/testPermissions", iam::testOnBucket)
            .on("GET", BUCKET + "/storageLayout", lists::layout)
            .on("GET", OBJECTS, lists::objects)
            .on("GET", OBJECT, reads::get)
            .on("GET", "/download" + OBJECT, reads::download)
            .on("GET", OBJECT + "/iam/testPermissions", iam::testOnObject)
            .on("DELETE", OBJECT, changes::delete)
            .on("PATCH", OBJECT, changes::patch)
            .on("POST", OBJECT + "/compose", changes::compose)
            .on("POST", OBJECT + "/copyTo" + TO, changes::copy)
            .on("POST", OBJECT + "/rewriteTo" + TO, changes::rewrite);
    Sessions sessions = new Sessions(random);
    UploadMethods uploads = new UploadMethods(access, store, sessions);
    SessionMethods pieces = new SessionMethods(sessions, store);
    for (String prefix : List.of("/upload", "/resumable/upload")) {
      methods
          .on("POST", prefix + OBJECTS, uploads::insert)
          .on("PUT", prefix + OBJECTS, pieces::put)
          .on("DELETE", prefix + OBJECTS, pieces::cancel);
    }
    return methods;
  }
}
