namespace OfficeWorkflow.Server.Office.Certificates;

/// <summary>受給者証番号 and 事業所番号: ten digits.</summary>
internal static class CertificateNumber
{
    public static bool IsValid(string number) => number.Length == 10 && number.All(char.IsAsciiDigit);
}
