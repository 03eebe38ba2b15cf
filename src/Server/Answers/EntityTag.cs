using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace OfficeWorkflow.Server.Answers;

/// <summary>
/// The state of a thing as one word (RFC 9110, ETag). A write that brings the word back in <c>If-Match</c> is done only while it still
/// holds: what somebody changed meanwhile is not overwritten.
/// </summary>
public static class EntityTag
{
    private const int Bytes = 12;
    private const string Any = "*";

    public static Refusal Outdated { get; } = new(
        "changed-meanwhile", "読んだあとに、だれかが変えています。もう一度読んで、いまの内容を確かめてから送り直してください。", "If-Match", RefusalKind.Outdated);

    public static string Of(string state) => $"\"{Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes(state)).AsSpan(0, Bytes))}\"";

    /// <param name="expected">The request's <c>If-Match</c>; none, or any state at all, insists on nothing.</param>
    public static bool Insists(string? expected) => !string.IsNullOrWhiteSpace(expected) && expected.Trim() is not Any;

    public static bool Holds(string? expected, string tag) =>
        !Insists(expected)
        || expected!.Split(',', StringSplitOptions.TrimEntries).Contains(tag, StringComparer.Ordinal);
}
