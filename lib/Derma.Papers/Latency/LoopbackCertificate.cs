using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Derma.Papers;

/// <summary>
/// A certificate for measuring TLS on this machine. It is signed by itself, lives in memory and is trusted by no one but a client that
/// pins it.
/// </summary>
public static class LoopbackCertificate
{
    /// <summary>Makes one for 127.0.0.1, valid for a day.</summary>
    public static X509Certificate2 Create()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(IPAddress.Loopback);
        names.AddDnsName("localhost");
        request.CertificateExtensions.Add(names.Build());
        var now = DateTimeOffset.UtcNow;
        using var signed = request.CreateSelfSigned(now.AddHours(-1), now.AddDays(1));
        // Windows' TLS wants a key that was imported; elsewhere it makes no difference.
        return X509CertificateLoader.LoadPkcs12(signed.Export(X509ContentType.Pkcs12), password: null);
    }
}
