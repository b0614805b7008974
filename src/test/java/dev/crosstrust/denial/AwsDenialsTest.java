package dev.crosstrust.denial;

import static dev.crosstrust.denial.PolicyType.IDENTITY_BASED;
import static dev.crosstrust.denial.PolicyType.PERMISSIONS_BOUNDARY;
import static dev.crosstrust.denial.PolicyType.PUBLIC_ACCESS_BLOCK;
import static dev.crosstrust.denial.PolicyType.RESOURCE_BASED;
import static dev.crosstrust.denial.PolicyType.RESOURCE_CONTROL;
import static dev.crosstrust.denial.PolicyType.ROLE_TRUST;
import static dev.crosstrust.denial.PolicyType.SERVICE_CONTROL;
import static dev.crosstrust.denial.PolicyType.SESSION;
import static dev.crosstrust.denial.PolicyType.VPC_ENDPOINT;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Texts as published, account numbers and names replaced. */
class AwsDenialsTest {
  private static final String OUTBOUND =
      "User: arn:aws:iam::111122223333:user/org-access/u is not authorized to perform:"
          + " sts:GetWebIdentityToken on resource: arn:aws:sts::111122223333:self ";
  private static final String SELF = "arn:aws:sts::111122223333:self";
  private static final String USER = "arn:aws:iam::111122223333:user/org-access/u";

  static Stream<Arguments> samples() {
    return Stream.of(
        sample(
            OUTBOUND + "because no identity-based policy allows the sts:GetWebIdentityToken action",
            denial(USER, "sts:GetWebIdentityToken", SELF, IDENTITY_BASED, null, false)),
        sample(
            OUTBOUND + "with an explicit deny in an identity-based policy",
            denial(USER, "sts:GetWebIdentityToken", SELF, IDENTITY_BASED, null, true)),
        sample(
            OUTBOUND + "because no permissions boundary allows the sts:GetWebIdentityToken action.",
            denial(USER, "sts:GetWebIdentityToken", SELF, PERMISSIONS_BOUNDARY, null, false)),
        sample(
            OUTBOUND + "with an explicit deny in a session policy",
            denial(USER, "sts:GetWebIdentityToken", SELF, SESSION, null, true)),
        sample(
            OUTBOUND + "with an explicit deny in a sessions policy",
            denial(USER, "sts:GetWebIdentityToken", SELF, SESSION, null, true)),
        sample(
            OUTBOUND + "with an explicit deny in a permissions boundary",
            denial(USER, "sts:GetWebIdentityToken", SELF, PERMISSIONS_BOUNDARY, null, true)),
        sample(
            OUTBOUND + "with an explicit deny in a VPC endpoint policy",
            denial(USER, "sts:GetWebIdentityToken", SELF, VPC_ENDPOINT, null, true)),
        sample(
            OUTBOUND
                + "with an explicit deny in a VPC endpoint policy transitively through a service"
                + " control policy",
            denial(USER, "sts:GetWebIdentityToken", SELF, VPC_ENDPOINT, null, true)),
        sample(
            OUTBOUND + "because no VPC endpoint policy allows the sts:GetWebIdentityToken action",
            denial(USER, "sts:GetWebIdentityToken", SELF, VPC_ENDPOINT, null, false)),
        sample(
            OUTBOUND
                + "because no resource control policy allows the sts:GetWebIdentityToken"
                + " action",
            denial(USER, "sts:GetWebIdentityToken", SELF, RESOURCE_CONTROL, null, false)),
        sample(
            OUTBOUND
                + "with an explicit deny in a resource control policy, with policy ARN:"
                + " arn:aws:organizations::444455556666:policy/o-x/resource_control_policy/p-y.",
            denial(
                USER,
                "sts:GetWebIdentityToken",
                SELF,
                RESOURCE_CONTROL,
                "arn:aws:organizations::444455556666:policy/o-x/resource_control_policy/p-y",
                true)),
        sample(
            OUTBOUND
                + "with an explicit deny in an identity-based policy:"
                + " arn:aws:iam::111122223333:policy/FELabOperatorDeny",
            denial(
                USER,
                "sts:GetWebIdentityToken",
                SELF,
                IDENTITY_BASED,
                "arn:aws:iam::111122223333:policy/FELabOperatorDeny",
                true)),
        sample(
            "User: arn:aws:iam::111122223333:user/a is not authorized to perform: sts:AssumeRole on"
                + " resource: arn:aws:iam::111122223333:role/R because no role trust policy allows"
                + " the sts:AssumeRole action",
            denial(
                "arn:aws:iam::111122223333:user/a",
                "sts:AssumeRole",
                "arn:aws:iam::111122223333:role/R",
                ROLE_TRUST,
                null,
                false)),
        sample(
            "User: arn:aws:iam::111122223333:user/a is not authorized to perform: sts:AssumeRole on"
                + " resource: arn:aws:iam::111122223333:role/R with an explicit deny in the role"
                + " trust policy",
            denial(
                "arn:aws:iam::111122223333:user/a",
                "sts:AssumeRole",
                "arn:aws:iam::111122223333:role/R",
                ROLE_TRUST,
                null,
                true)),
        sample(
            "User: arn:aws:sts::111122223333:assumed-role/GCPWorkloadIAMRole/gcp-session is not"
                + " authorized to perform: iam:ListRoles on resource:"
                + " arn:aws:iam::111122223333:role/ because no identity-based policy allows the"
                + " iam:ListRoles action",
            denial(
                "arn:aws:sts::111122223333:assumed-role/GCPWorkloadIAMRole/gcp-session",
                "iam:ListRoles",
                "arn:aws:iam::111122223333:role/",
                IDENTITY_BASED,
                null,
                false)),
        sample(
            "An error occurred (AccessDenied) when calling the ListAccessKeys operation: User:"
                + " arn:aws:iam::111122223333:user/testing is not authorized to perform:"
                + " iam:ListAccessKeys on resource: user nulltesting",
            denial(
                "arn:aws:iam::111122223333:user/testing",
                "iam:ListAccessKeys",
                "user nulltesting",
                null,
                null,
                null)),
        sample(
            "User: arn:aws:iam::111122223333:user/admin-example is not authorized to perform:"
                + " iam:CreateGroup on resource: arn:aws:iam::111122223333:group/S3-Analysts with"
                + " an explicit deny in a service control policy:"
                + " arn:aws:organizations::444455556666:policy/o-g4/service_control_policy/p-wh",
            denial(
                "arn:aws:iam::111122223333:user/admin-example",
                "iam:CreateGroup",
                "arn:aws:iam::111122223333:group/S3-Analysts",
                SERVICE_CONTROL,
                "arn:aws:organizations::444455556666:policy/o-g4/service_control_policy/p-wh",
                true)),
        sample(
            """
            An error occurred (AccessDenied) when calling the PutObject operation: User:
              arn:aws:sts::111122223333:assumed-role/AWSReservedSSO_Set_0123456789abcdef/abcde
              is not authorized to perform: kms:GenerateDataKey on this resource because no
              identity-based policy allows the kms:GenerateDataKey action\
            """,
            denial(
                "arn:aws:sts::111122223333:assumed-role/AWSReservedSSO_Set_0123456789abcdef/abcde",
                "kms:GenerateDataKey",
                "this resource",
                IDENTITY_BASED,
                null,
                false)),
        sample(
            "An error occurred (AccessDenied) when calling the GetObject operation: User: *** is"
                + " not authorized to perform: kms:Decrypt on the resource associated with this"
                + " ciphertext because no identity-based policy allows the kms:Decrypt action",
            denial(
                "***",
                "kms:Decrypt",
                "the resource associated with this ciphertext",
                IDENTITY_BASED,
                null,
                false)),
        sample(
            "<Error><Code>AccessDenied</Code><Message>User: arn:aws:iam::111122223333:user/Level6"
                + " is not authorized to perform: s3:ListBucket on resource:"
                + " &quot;arn:aws:s3:::level6.example&quot; because no identity-based policy allows"
                + " the s3:ListBucket action</Message></Error>",
            denial(
                "arn:aws:iam::111122223333:user/Level6",
                "s3:ListBucket",
                "arn:aws:s3:::level6.example",
                IDENTITY_BASED,
                null,
                false)),
        sample(
            "{\"message\":\"User: arn:aws:iam::111122223333:user/bot is not authorized to perform:"
                + " s3:ListBucket on resource: \\\"arn:aws:s3:::canonical\\\"\"}",
            denial(
                "arn:aws:iam::111122223333:user/bot",
                "s3:ListBucket",
                "arn:aws:s3:::canonical",
                null,
                null,
                null)),
        sample(
            "User: arn:aws:iam::111122223333:user/a@example.com is not authorized to perform:"
                + " s3:PutObject on resource: \"arn:aws:s3:::b/a name.txt\" because public ACLs are"
                + " prevented by the BlockPublicACLs setting in S3 Block Public Access",
            denial(
                "arn:aws:iam::111122223333:user/a@example.com",
                "s3:PutObject",
                "arn:aws:s3:::b/a name.txt",
                PUBLIC_ACCESS_BLOCK,
                null,
                null)),
        sample(
            "Not authorized to perform sts:AssumeRoleWithWebIdentity",
            denial(null, "sts:AssumeRoleWithWebIdentity", null, null, null, null)),
        sample("Access Denied", Denial.BARE),
        sample(
            "User arn:aws:iam::111122223333:user/a=b is not authorized to perform: s3:GetObject on"
                + " resource: * because no novel policy allows the s3:GetObject action (Service:"
                + " S3, Status Code: 403, Request ID: X) (SDK Attempt Count: 1)",
            denial("arn:aws:iam::111122223333:user/a=b", "s3:GetObject", "*", null, null, false)));
  }

  @ParameterizedTest
  @MethodSource("samples")
  void aPublishedTextIsRead(String text, Denial expected) {
    assertThat(AwsDenials.in(text)).containsExactly(expected);
  }

  @Test
  void theAuthorizationIdIsReadFromTheInvitationToLookItUp() {
    Denial denial =
        AwsDenials.in(
                "aws: [ERROR]: An error occurred (AccessDenied) when calling the"
                    + " ListAttachedRolePolicies operation: User:"
                    + " arn:aws:sts::111122223333:assumed-role/R/i-0 is not authorized to perform:"
                    + " iam:ListAttachedRolePolicies on resource: role R because no identity-based"
                    + " policy allows the iam:ListAttachedRolePolicies action. Go to"
                    + " https://us-east-1.console.aws.amazon.com/iam/home?region=us-east-1#/authorization-details/ejsk06qt"
                    + " for complete details, or call the GetRequestAuthorizationDetails API with"
                    + " the following authorization id: ejsk06qt")
            .getFirst();
    assertThat(denial.authorizationId()).isEqualTo("ejsk06qt");
    assertThat(denial.resource()).isEqualTo("role R");
    assertThat(denial.policyType()).isEqualTo(IDENTITY_BASED);
  }

  @Test
  void theEncodedMessageIsKept() {
    Denial denial =
        AwsDenials.in(
                "You are not authorized to perform this operation. User:"
                    + " arn:aws:sts::111122223333:assumed-role/AWSReservedSSO_Admin/first.last is"
                    + " not authorized to perform: ec2:RunInstances on resource:"
                    + " arn:aws:ec2:us-east-1:111122223333:instance/* with an explicit deny in a"
                    + " service control policy:"
                    + " arn:aws:organizations::444455556666:policy/o-r/service_control_policy/p-y."
                    + " Encoded authorization failure message: l26Lb_-9")
            .getFirst();
    assertThat(denial.encodedMessage()).isEqualTo("l26Lb_-9");
    assertThat(denial.policyArn()).endsWith("/p-y");
  }

  @Test
  void aTextThatLeavesOpenWhetherTheResourceIsThereSaysSo() {
    Denial denial =
        AwsDenials.in(
                "User: arn:aws:iam::111122223333:user/a is not authorized to perform:"
                    + " secretsmanager:GetSecretValue on resource: x because the resource does not"
                    + " exist in this Region, no resource-based policies allow access, or a"
                    + " resource-based policy explicitly denies access")
            .getFirst();
    assertThat(denial.mayNotExist()).isTrue();
    assertThat(denial.explicit()).isNull();
    assertThat(denial.policyType()).isEqualTo(RESOURCE_BASED);
  }

  @Test
  void severalRefusalsInOneLogAreAllRead() {
    String log =
        OUTBOUND
            + "with an explicit deny in a session policy\n2026-11-21 retrying\n"
            + "User: arn:aws:iam::111122223333:user/b is not authorized to perform: s3:GetObject";
    assertThat(AwsDenials.in(log))
        .extracting(Denial::action)
        .containsExactly("sts:GetWebIdentityToken", "s3:GetObject");
  }

  @Test
  void aTextAboutSomethingElseIsNotARefusal() {
    assertThat(AwsDenials.in("The specified bucket does not exist")).isEmpty();
  }

  private static Arguments sample(String text, Denial expected) {
    return Arguments.of(text, expected);
  }

  private static Denial denial(
      String principal,
      String action,
      String resource,
      PolicyType type,
      String policyArn,
      Boolean explicit) {
    return new Denial(
        principal, action, null, resource, type, policyArn, explicit, null, null, false);
  }
}
