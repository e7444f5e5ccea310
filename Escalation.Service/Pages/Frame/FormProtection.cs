using System.Security.Cryptography;
using Escalation.Service.Passes;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Escalation.Service.Pages.Frame;

/// <summary>
/// Keeps forms that are sent to us to those that we gave out (anti-forgery). Its marks are sealed under the deployment's secret, so that
/// they hold across restarts and on every machine of a deployment, and there is no ring of keys to keep beside it.
/// </summary>
internal static class FormProtection
{
    public static IServiceCollection AddFormProtection(this IServiceCollection services)
    {
        // In the place of the library's own, which the pages have brought with them.
        services.AddSingleton<IDataProtectionProvider>(s => new Protector(s.GetRequiredService<PassBook>(), "pages"));
        services.AddAntiforgery(options => (options.Cookie, options.FormFieldName, options.SuppressXFrameOptionsHeader) =
            (new HostCookie { Name = "__Host-form", SameSite = SameSiteMode.Strict, HttpOnly = true, IsEssential = true, Path = "/" }, "form", true));
        // It would look for a ring of keys at every start, and report that there is none.
        services.Remove(services.First(s => s.ServiceType == typeof(IHostedService) && s.ImplementationType?.Name == "DataProtectionHostedService"));
        return services;
    }

    /// <summary>Always secure, also where the connection to us is not: browsers take such a cookie from their own machine, and else only over TLS.</summary>
    private sealed class HostCookie : CookieBuilder
    {
        public override CookieOptions Build(HttpContext context, DateTimeOffset expiresFrom)
        {
            var options = base.Build(context, expiresFrom);
            options.Secure = true;
            return options;
        }
    }

    private sealed class Protector(PassBook book, string purpose) : IDataProtectionProvider, IDataProtector
    {
        public IDataProtector CreateProtector(string purpose1) => new Protector(book, $"{purpose}/{purpose1.Length}:{purpose1}");

        public byte[] Protect(byte[] plaintext) => book.Wrap(plaintext, purpose);

        /// <exception cref="CryptographicException">It was not sealed by us for this purpose.</exception>
        public byte[] Unprotect(byte[] protectedData) => book.Unwrap(protectedData, purpose);
    }
}
