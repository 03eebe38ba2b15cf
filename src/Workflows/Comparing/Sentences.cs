namespace OfficeWorkflow.Workflows.Comparing;

/// <summary>Says what differs between two sides.</summary>
internal sealed class Sentences(Side before, Side after)
{
    private const string Element = "element";
    private const string Nothing = "なし";

    /// <summary>What differs about one element; facts only, notes and the like apart.</summary>
    public IEnumerable<Difference> Of(string id)
    {
        var was = before.Elements.TryGetValue(id, out var old) ? old : default;
        var isNow = after.Elements.TryGetValue(id, out var now) ? now : default;

        return (was.Facts, isNow.Facts) switch
        {
            (null, { } facts) => [Come(id, isNow.Label, isNow.IsNode, facts)],
            ({ }, null) => [new Difference(id, DifferenceKind.Removed, Element, was.Label, null, $"{was.Label}を消しました。")],
            ({ } facts, { } others) => Changed(id, was.Label, facts, others),
            _ => [],
        };
    }

    /// <summary>Notes, papers, frames.</summary>
    public IEnumerable<Difference> OfThings()
    {
        var (old, now) = (before.Drawing.Things, after.Drawing.Things);
        foreach (var (id, thing) in now.OrderBy(static thing => thing.Key, StringComparer.Ordinal))
        {
            if (!old.TryGetValue(id, out var was))
            {
                yield return new Difference(id, DifferenceKind.Added, Element, null, thing.Text, $"{thing.Kind}「{thing.Text}」を足しました。");
            }
            else if (was != thing)
            {
                yield return new Difference(id, DifferenceKind.Changed, "text", was.Text, thing.Text, $"{thing.Kind}：「{was.Text}」 → 「{thing.Text}」");
            }
        }

        foreach (var (id, thing) in old.Where(thing => !now.ContainsKey(thing.Key)).OrderBy(static thing => thing.Key, StringComparer.Ordinal))
        {
            yield return new Difference(id, DifferenceKind.Removed, Element, thing.Text, null, $"{thing.Kind}「{thing.Text}」を消しました。");
        }
    }

    /// <summary>What was written for other tools, or is not run.</summary>
    public IEnumerable<Difference> OfRest()
    {
        foreach (var (id, rest) in after.Drawing.Rest.OrderBy(static rest => rest.Key, StringComparer.Ordinal))
        {
            if (before.Drawing.Rest.TryGetValue(id, out var was) && !string.Equals(was, rest, StringComparison.Ordinal))
            {
                var label = after.Elements.TryGetValue(id, out var known) ? known.Label : $"「{id}」";
                yield return new Difference(id, DifferenceKind.Changed, "rest", was, rest, $"{label}のそのほかの書き込み(ほかのツールの設定など)が変わりました。");
            }
        }
    }

    private static Difference Come(string id, string label, bool isNode, List<Fact> facts)
    {
        var told = facts.Where(static fact => fact.Property is not ("name" or "source" or "target" or "frame" or "documentation" or "calledVersion" or "step"));
        var details = string.Join("、", told.Select(static fact => fact.Label.Length == 0 || fact.Property is "kind" ? fact.Plain : $"{fact.Label}：{fact.Plain}"));

        return new Difference(id, DifferenceKind.Added, Element, null, label, $"{label}を足しました{(details.Length > 0 && (isNode || facts.Count > 2) ? $"({details})" : "")}。");
    }

    private IEnumerable<Difference> Changed(string id, string label, List<Fact> old, List<Fact> now)
    {
        var was = old.ToDictionary(static fact => fact.Property, StringComparer.Ordinal);
        foreach (var fact in now)
        {
            was.Remove(fact.Property, out var former);
            if (!string.Equals(former?.Raw, fact.Raw, StringComparison.Ordinal) && !IsSaidOfItsLane(id, fact.Property))
            {
                yield return Changed(id, label, former, fact);
            }
        }

        foreach (var gone in old.Where(fact => was.ContainsKey(fact.Property) && !IsSaidOfItsLane(id, fact.Property)))
        {
            yield return Changed(id, label, gone, null);
        }
    }

    private static Difference Changed(string id, string label, Fact? old, Fact? now)
    {
        var fact = now ?? old!;
        var isAlike = string.Equals(old?.Plain, now?.Plain, StringComparison.Ordinal);
        var (from, to) = isAlike ? (old?.Raw, now?.Raw) : (old?.Plain, now?.Plain);
        var what = fact.Label.Length == 0 ? label.Trim('「', '」') : $"{label}の{fact.Label}";

        return new Difference(id, DifferenceKind.Changed, fact.Property, from, to, $"{what}：{from ?? Nothing} → {to ?? Nothing}");
    }

    /// <summary>A lane that was given to another role says so once, not once more for each step in it.</summary>
    private bool IsSaidOfItsLane(string id, string property) =>
        property is "role"
        && before.Drawing.LaneOf.TryGetValue(id, out var was) && after.Drawing.LaneOf.TryGetValue(id, out var now)
        && string.Equals(was, now, StringComparison.Ordinal)
        && RoleOf(before, was) is var old && !string.Equals(old, RoleOf(after, now), StringComparison.Ordinal);

    private static string? RoleOf(Side side, string lane) =>
        side.Elements.TryGetValue(lane, out var known) ? known.Facts.Find(static fact => fact.Property is "role")?.Raw : null;
}
