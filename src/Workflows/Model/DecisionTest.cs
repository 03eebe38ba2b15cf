using System.Collections.Frozen;
using OfficeWorkflow.Workflows.Expressions;

namespace OfficeWorkflow.Workflows.Model;

/// <summary>
/// A cell of a decision table: FEEL unary tests such as <c>&lt; 18</c>, <c>"a", "b"</c>, <c>[1..5)</c>, <c>not(1)</c>; empty or <c>-</c> fits everything.
/// </summary>
public sealed class DecisionTest
{
    /// <summary>Name under which the test sees the value of its input.</summary>
    public const string Subject = "入力の値";

    private static readonly FrozenSet<string> FitsAll = FrozenSet.Create(StringComparer.Ordinal, "", "-", "―", "－");

    private readonly int shift;

    public DecisionTest(string text)
    {
        Text = text.Trim();
        if (!FitsAll.Contains(Text))
        {
            (var formula, shift) = Formulation(Text);
            Formula = new Formula(formula);
        }
    }

    /// <summary>As written.</summary>
    public string Text { get; }

    /// <summary>Null when everything fits.</summary>
    public Formula? Formula { get; }

    public ExpressionError? Error => Formula?.Error;

    public override string ToString() => Text;

    /// <summary>Where in the text as written a place of the formula stands.</summary>
    internal int PlaceOf(int position) => position - shift;

    /// <summary>The whole formula, and by how much the text is moved in it.</summary>
    private static (string Formula, int Shift) Formulation(string text)
    {
        const string not = "not(";
        const string opening = $"{Subject} in ";
        if (text.StartsWith(not, StringComparison.Ordinal) && text[^1] == ')')
        {
            return ($"{not}{opening}({text[not.Length..^1]}))", opening.Length + 1);
        }

        var isOpenRange = text[0] == '(' && text.Contains("..", StringComparison.Ordinal);

        return isOpenRange ? (opening + text, opening.Length) : ($"{opening}({text})", opening.Length + 1);
    }
}
