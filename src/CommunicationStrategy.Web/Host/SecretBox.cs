// Keeps secrets with the product's own keys, which lie in the database and are rolled by themselves.
using System.Security.Cryptography;
using CommunicationStrategy.Notifications;
using Microsoft.AspNetCore.DataProtection;

namespace CommunicationStrategy.Web.Host;

internal sealed class SecretBox(IDataProtectionProvider keys) : ISecretBox
{
    private readonly IDataProtector protector = keys.CreateProtector("webhooks");

    public string Close(string secret) => protector.Protect(secret);

    public string? Open(string closed)
    {
        try
        {
            return protector.Unprotect(closed);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
