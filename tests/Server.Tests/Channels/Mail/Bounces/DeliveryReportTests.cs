using OfficeWorkflow.Server.Channels.Mail.Bounces;

namespace OfficeWorkflow.Server.Tests.Channels.Mail.Bounces;

public sealed class DeliveryReportTests
{
    [Theory]
    [InlineData("5.1.1", "このアドレスはありません")]
    [InlineData("5.1.2", "@より後ろが違っています")]
    [InlineData("5.2.2", "いっぱいです")]
    [InlineData("5.7.1", "断られました")]
    [InlineData("4.4.7", "期限が切れました")]
    [InlineData("5.0.0", "届けられませんでした")]
    public void Says_what_the_status_means_and_what_to_do(string status, string words)
    {
        var report = DeliveryReport.Read($"Reporting-MTA: dns; mx.example.jp\n\nFinal-Recipient: rfc822; n@example.jp\nAction: failed\nStatus: {status}\nDiagnostic-Code: smtp; 550 {status}\n  no such\n user\n")!;

        Assert.Equal((DeliveryOutcome.Failed, status, $"550 {status} no such user"), (report.Outcome, report.Status, report.Diagnostic));
        Assert.Contains(words, report.Words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Action: delayed\nStatus: 4.4.1", DeliveryOutcome.Delayed)]
    [InlineData("action: DELIVERED\r\nstatus: 2.0.0 (ok)", DeliveryOutcome.Done)]
    [InlineData("Action: relayed", DeliveryOutcome.Done)]
    public void Tells_what_did_not_fail(string text, DeliveryOutcome outcome) => Assert.Equal(outcome, DeliveryReport.Read(text)!.Outcome);

    [Fact]
    public void A_report_about_no_recipient_is_none() => Assert.Null(DeliveryReport.Read("Reporting-MTA: dns; mx.example.jp\n"));
}
