using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using OfficeWorkflow.Workflows.Timing;

namespace OfficeWorkflow.Workflows.Running.Formats;

/// <summary>
/// Format 2: <c>f</c> format, <c>n</c> sequence, <c>c</c> called, <c>e</c> end, <c>t</c> tokens, <c>w</c> waits, <c>s</c> frames,
/// <c>d</c> what is done in them, <c>m</c> messages, <c>k</c> what can be undone. Format 1 had neither <c>d</c> nor <c>k</c>. Rows are arrays whose last elements may be missing; the first letter of a wait's id tells its kind.
/// </summary>
internal static class StateJson
{
    public static void Write(Utf8JsonWriter json, CaseState state)
    {
        json.WriteStartObject();
        json.WriteNumber("f", CaseFormat.Current);
        json.WriteNumber("n", state.Sequence);
        if (state.IsCalled)
        {
            json.WriteBoolean("c", true);
        }

        if (state.End is { } end)
        {
            json.WriteStartArray("e");
            json.WriteStringValue(end.ToString());
            json.TextOrNull(state.ErrorCode);
            json.TextOrNull(state.Reason);
            json.WriteEndArray();
        }

        WriteRows(json, "t", state.Tokens, WriteToken);
        WriteRows(json, "w", state.Waits, WriteWait);
        WriteRows(json, "s", state.Scopes, WriteScope);
        WriteRows(json, "d", [.. state.Scopes.Where(static scope => !scope.Done.IsEmpty)], WriteDone);
        WriteRows(json, "m", state.Messages, static (json, id) => json.WriteStringValue(id));
        WriteRows(json, "k", state.Kept, WriteKept);
        json.WriteEndObject();
    }

    public static CaseState Read(JsonElement json)
    {
        if (json.GetProperty("f").GetInt32() is < CaseFormat.First or > CaseFormat.Current)
        {
            throw new InvalidOperationException($"No state of format {json.GetProperty("f")} was ever written.");
        }

        var end = json.TryGetProperty("e", out var ended) ? ended : (JsonElement?)null;

        return new CaseState(
            json.GetProperty("n").GetInt64(),
            json.TryGetProperty("c", out _),
            end is { } how ? Enum.Parse<CaseEnd>(how[0].GetString()!) : null,
            end?[1].GetString(),
            end?[2].GetString(),
            Rows(json, "t", ReadToken),
            Rows(json, "w", ReadWait),
            ReadScopes(json),
            Rows(json, "m", static id => id.GetString()!))
        {
            Kept = Rows(json, "k", ReadKept),
        };
    }

    public static void WriteDue(Utf8JsonWriter json, Due due)
    {
        json.WriteStringValue(Text(due.At));
        json.WriteStringValue(Text(due.Anchor));
        json.WriteStringValue(due.Rule);
        json.WriteNumberValue(due.Ordinal);
    }

    /// <param name="from">Where in the array it begins.</param>
    public static Due ReadDue(JsonElement json, int from) =>
        new(Moment(json[from]), Moment(json[from + 1]), json[from + 2].GetString()!, json[from + 3].GetInt32());

    private static void WriteToken(Utf8JsonWriter json, Token token)
    {
        json.WriteStartArray();
        json.WriteStringValue(token.Id);
        json.WriteStringValue(token.NodeId);
        json.WriteStringValue(token.ScopeId);
        if (token.FlowId is not null || token.Trouble is not null || token.Round > 0)
        {
            json.TextOrNull(token.FlowId);
        }

        if (token.Trouble is not null || token.Round > 0)
        {
            json.TextOrNull(token.Trouble?.Code);
            json.TextOrNull(token.Trouble?.Reason);
            json.TextOrNull(token.Trouble?.Resume.ToString());
        }

        if (token.Round > 0)
        {
            json.WriteNumberValue(token.Round);
        }

        json.WriteEndArray();
    }

    private static Token ReadToken(JsonElement json) => new(
        json[0].GetString()!,
        json[1].GetString()!,
        json[2].GetString()!,
        json.TextAt(3),
        json.TextAt(4) is { } code ? new Trouble(code, json[5].GetString()!, Enum.Parse<Resume>(json[6].GetString()!)) : null,
        json.GetArrayLength() > 7 ? json[7].GetInt32() : 0);

    private static void WriteWait(Utf8JsonWriter json, Wait wait)
    {
        json.WriteStartArray();
        json.WriteStringValue(wait.Id);
        json.WriteStringValue(wait.TokenId);
        json.WriteStringValue(wait.NodeId);
        switch (wait)
        {
            case Wait.ForTimer timer:
                WriteDue(json, timer.Due);
                break;
            case Wait.ForMessage message:
                json.WriteStringValue(message.MessageName);
                json.WriteStringValue(message.Key);
                break;
            case Wait.ForSignal signal:
                json.WriteStringValue(signal.SignalName);
                break;
            case Wait.ForCondition { IsHeld: true }:
                json.WriteBooleanValue(true);
                break;
        }

        json.WriteEndArray();
    }

    private static Wait ReadWait(JsonElement json)
    {
        var (id, tokenId, nodeId) = (json[0].GetString()!, json[1].GetString()!, json[2].GetString()!);

        return id[0] switch
        {
            Waits.Work => new Wait.ForWork(id, tokenId, nodeId),
            Waits.Service => new Wait.ForService(id, tokenId, nodeId),
            Waits.Timer => new Wait.ForTimer(id, tokenId, nodeId, ReadDue(json, from: 3)),
            Waits.Message => new Wait.ForMessage(id, tokenId, nodeId, json[3].GetString()!, json[4].GetString()!),
            Waits.Signal => new Wait.ForSignal(id, tokenId, nodeId, json[3].GetString()!),
            Waits.Condition => new Wait.ForCondition(id, tokenId, nodeId, json.GetArrayLength() > 3),
            Waits.Case => new Wait.ForCase(id, tokenId, nodeId),
            _ => throw new InvalidOperationException($"No wait is called '{id}'."),
        };
    }

    private static void WriteScope(Utf8JsonWriter json, ScopeState scope)
    {
        json.WriteStartArray();
        json.WriteStringValue(scope.Id);
        ValueJson.WriteRecord(json, scope.Variables);
        if (scope.NodeId is not null)
        {
            json.WriteStringValue(scope.NodeId);
            json.WriteStringValue(scope.TokenId);
            json.WriteStringValue(scope.ParentId);
        }

        if (scope.Index is { } index)
        {
            json.WriteNumberValue(index);
        }
        else if (scope.Loop is { } loop)
        {
            json.WriteStartArray();
            json.WriteNumberValue(loop.Count);
            json.WriteNumberValue(loop.Begun);
            json.WriteNumberValue(loop.Done);
            ValueJson.WriteList(json, loop.Items);
            ValueJson.WriteList(json, loop.Outputs);
            json.WriteEndArray();
        }

        json.WriteEndArray();
    }

    private static ScopeState ReadScope(JsonElement json)
    {
        var last = json.GetArrayLength() > 5 ? json[5] : default;

        return new ScopeState(
            json[0].GetString()!,
            json.TextAt(2),
            json.TextAt(3),
            json.TextAt(4),
            ValueJson.ReadRecord(json[1]),
            last.ValueKind == JsonValueKind.Array
                ? new LoopState(last[0].GetInt32(), last[1].GetInt32(), last[2].GetInt32(), ValueJson.ReadList(last[3]), ValueJson.ReadList(last[4]))
                : null,
            last.ValueKind == JsonValueKind.Number ? last.GetInt32() : null);
    }

    /// <summary>What is done in the frames is written in the order of the frames.</summary>
    private static ImmutableArray<ScopeState> ReadScopes(JsonElement json)
    {
        var scopes = Rows(json, "s", ReadScope);
        if (!json.TryGetProperty("d", out var rows))
        {
            return scopes;
        }

        var all = scopes.ToBuilder();
        var index = 0;
        foreach (var row in rows.EnumerateArray())
        {
            while (!row[0].ValueEquals(all[index].Id))
            {
                index++;
            }

            all[index] = all[index] with { Done = [.. row.EnumerateArray().Skip(1).Select(static id => id.GetString()!)] };
        }

        return all.MoveToImmutable();
    }

    private static void WriteDone(Utf8JsonWriter json, ScopeState scope)
    {
        json.WriteStartArray();
        json.WriteStringValue(scope.Id);
        foreach (var nodeId in scope.Done)
        {
            json.WriteStringValue(nodeId);
        }

        json.WriteEndArray();
    }

    private static void WriteKept(Utf8JsonWriter json, KeptWork kept)
    {
        json.WriteStartArray();
        json.WriteStringValue(kept.Id);
        json.WriteStringValue(kept.ScopeId);
        json.WriteStringValue(kept.NodeId);
        json.WriteStringValue(kept.PartOf);
        ValueJson.WriteRecord(json, kept.Variables);
        if (kept.TokenId is not null)
        {
            json.WriteStringValue(kept.TokenId);
        }

        json.WriteEndArray();
    }

    private static KeptWork ReadKept(JsonElement json) => new(
        json[0].GetString()!, json[1].GetString()!, json[2].GetString()!, json[3].GetString()!, ValueJson.ReadRecord(json[4]), json.TextAt(5));

    private static void WriteRows<T>(Utf8JsonWriter json, string name, ImmutableArray<T> rows, Action<Utf8JsonWriter, T> write)
    {
        if (rows.IsEmpty)
        {
            return;
        }

        json.WriteStartArray(name);
        foreach (var row in rows)
        {
            write(json, row);
        }

        json.WriteEndArray();
    }

    private static ImmutableArray<T> Rows<T>(JsonElement json, string name, Func<JsonElement, T> read)
    {
        if (!json.TryGetProperty(name, out var rows))
        {
            return [];
        }

        var all = ImmutableArray.CreateBuilder<T>(rows.GetArrayLength());
        foreach (var row in rows.EnumerateArray())
        {
            all.Add(read(row));
        }

        return all.MoveToImmutable();
    }

    private static string Text(DateTimeOffset moment) => moment.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz", CultureInfo.InvariantCulture);

    private static DateTimeOffset Moment(JsonElement json) => DateTimeOffset.Parse(json.GetString()!, CultureInfo.InvariantCulture);
}
