namespace Escalation.Service.Access;

/// <summary>Who issues tokens to partners' systems (OAuth 2.0 client credentials). A deployment has none, or this one.</summary>
/// <param name="Authority">Its address, under which <c>.well-known/openid-configuration</c> is found.</param>
/// <param name="Audience">Our name with it: a token that is meant for somebody else is not for us.</param>
/// <param name="HttpsOnly">False only where the issuer is on the same machine, as in a test.</param>
public sealed record Issuer(Uri Authority, string Audience, bool HttpsOnly = true);
