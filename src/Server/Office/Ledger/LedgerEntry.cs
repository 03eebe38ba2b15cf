namespace OfficeWorkflow.Server.Office.Ledger;

/// <summary>One line of a client's ledger (相談支援台帳): something that happened and is on record.</summary>
/// <param name="On">The day it happened.</param>
/// <param name="What">What it is, such as 「アセスメント」.</param>
/// <param name="Text">The rest of the sentence.</param>
/// <param name="RecordedAt">When it was written down: tells lines of one day apart.</param>
public sealed record LedgerEntry(DateOnly On, string What, string Text, DateTimeOffset RecordedAt, string? Address = null, Guid? PersonId = null);
