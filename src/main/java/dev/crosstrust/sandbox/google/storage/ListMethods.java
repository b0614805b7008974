package dev.crosstrust.sandbox.google.storage;

import dev.crosstrust.sandbox.google.api.ApiCall;
import dev.crosstrust.sandbox.google.api.Json;
import dev.crosstrust.sandbox.google.storage.Access.Caller;
import dev.crosstrust.sandbox.wire.Response;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * {@code objects.list}, {@code buckets.list} and {@code buckets.get}. The parameter {@code fields}
 * is not looked at: clients get more than they asked for.
 */
final class ListMethods {
  private static final int LARGEST_PAGE = 1000;

  private final Access access;
  private final Buckets buckets;

  ListMethods(Access access, Buckets buckets) {
    this.access = access;
    this.buckets = buckets;
  }

  Response objects(ApiCall call) {
    Caller caller = access.caller(call, Scope.READ);
    Bucket bucket = caller.bucket(call.path("bucket"), "storage.objects.list");
    caller.requireOn(
        bucket,
        "storage.objects.list",
        Map.of("storage.googleapis.com/objectListPrefix", call.text("prefix")));
    Listing page = Listing.of(bucket.objects(), query(call));
    List<?> items =
        page.items().stream().map(object -> Resources.of(object, call.origin())).toList();
    Map<String, Object> answer = Resources.list("storage#objects", items);
    if (!page.prefixes().isEmpty()) {
      answer.put("prefixes", page.prefixes());
    }
    page.next().ifPresent(last -> answer.put("nextPageToken", Etag.pageToken(last)));
    return Json.answer(200, answer);
  }

  Response buckets(ApiCall call) {
    String project = call.query("project").orElseThrow(() -> StorageErrors.required("project"));
    access.caller(call, Scope.READ).requireOnProject("storage.buckets.list", project);
    String prefix = call.text("prefix");
    String after = after(call);
    List<Bucket> found =
        buckets.of(project).stream()
            .filter(bucket -> bucket.name().startsWith(prefix))
            .filter(bucket -> bucket.name().compareTo(after) > 0)
            .toList();
    List<Bucket> page = found.subList(0, Math.min(found.size(), pageSize(call)));
    Map<String, Object> answer =
        Resources.list("storage#buckets", page.stream().map(Resources::of).toList());
    if (page.size() < found.size()) {
      answer.put("nextPageToken", Etag.pageToken(page.getLast().name()));
    }
    return Json.answer(200, answer);
  }

  Response bucket(ApiCall call) {
    Caller caller = access.caller(call, Scope.READ);
    Bucket bucket = caller.bucket(call.path("bucket"), "storage.buckets.get");
    caller.requireOn(bucket, "storage.buckets.get");
    return Json.answer(200, Resources.of(bucket));
  }

  /** {@code buckets.getStorageLayout}: what clients ask who may not get the bucket itself. */
  Response layout(ApiCall call) {
    Caller caller = access.caller(call, Scope.READ);
    Bucket bucket = caller.bucket(call.path("bucket"), "storage.objects.list");
    caller.requireOn(bucket, "storage.objects.list");
    return Json.answer(200, Resources.layout(bucket));
  }

  private static Listing.Query query(ApiCall call) {
    return new Listing.Query(
        call.text("prefix"),
        call.text("delimiter"),
        call.text("startOffset"),
        call.text("endOffset"),
        after(call),
        pageSize(call),
        call.flag("includeTrailingDelimiter"));
  }

  private static int pageSize(ApiCall call) {
    long asked = call.number("maxResults").filter(size -> size > 0).orElse((long) LARGEST_PAGE);
    return (int) Math.min(asked, LARGEST_PAGE);
  }

  private static String after(ApiCall call) {
    try {
      return call.query("pageToken")
          .filter(Predicate.not(String::isEmpty))
          .map(Etag::name)
          .orElse("");
    } catch (IllegalArgumentException e) {
      throw StorageErrors.invalid("Invalid argument.");
    }
  }
}
