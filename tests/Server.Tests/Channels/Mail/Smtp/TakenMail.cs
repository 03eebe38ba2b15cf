namespace OfficeWorkflow.Server.Tests.Channels.Mail.Smtp;

/// <summary>What a mail server of the tests was handed.</summary>
internal sealed record TakenMail(string From, IReadOnlyList<string> To, string? User, byte[] Bytes);
