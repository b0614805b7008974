package dev.crosstrust.sandbox.aws.account;

import dev.crosstrust.sandbox.aws.policy.AttachedPolicy;
import dev.crosstrust.sandbox.aws.policy.PolicyDocument;
import dev.crosstrust.sandbox.aws.policy.PolicyLayer;
import dev.crosstrust.sandbox.aws.policy.PolicyType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a user or a role may do.
 *
 * @param attached managed policies, in the order of attachment
 * @param inline policies of its own, by name
 * @param boundary the permissions boundary, if one is set
 */
public record Permissions(
    List<ManagedPolicy> attached,
    Map<String, PolicyDocument> inline,
    Optional<ManagedPolicy> boundary) {
  /** Nothing at all. */
  public static final Permissions NONE = new Permissions(List.of(), Map.of(), Optional.empty());

  public Permissions {
    attached = List.copyOf(attached);
    inline = Collections.unmodifiableMap(new TreeMap<>(inline));
  }

  Permissions attach(ManagedPolicy policy) {
    List<ManagedPolicy> more = new ArrayList<>(attached);
    more.removeIf(it -> it.arn().equals(policy.arn()));
    more.add(policy);
    return new Permissions(more, inline, boundary);
  }

  Permissions detach(String arn) {
    List<ManagedPolicy> fewer = attached.stream().filter(it -> !it.arn().equals(arn)).toList();
    return new Permissions(fewer, inline, boundary);
  }

  Permissions inline(String name, PolicyDocument document) {
    Map<String, PolicyDocument> more = new TreeMap<>(inline);
    more.put(name, document);
    return new Permissions(attached, more, boundary);
  }

  Permissions boundary(Optional<ManagedPolicy> policy) {
    return new Permissions(attached, inline, policy);
  }

  /** The identity-based policies, and the boundary above them. */
  List<PolicyLayer> layers() {
    List<AttachedPolicy> identity = new ArrayList<>();
    attached.forEach(it -> identity.add(it.attached()));
    inline.values().forEach(it -> identity.add(AttachedPolicy.inline(it)));
    List<PolicyLayer> layers = new ArrayList<>();
    layers.add(new PolicyLayer(PolicyType.IDENTITY, identity));
    boundary.ifPresent(
        it -> layers.add(new PolicyLayer(PolicyType.PERMISSIONS_BOUNDARY, List.of(it.attached()))));
    return layers;
  }
}
