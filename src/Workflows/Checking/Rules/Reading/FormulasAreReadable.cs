using OfficeWorkflow.Workflows.Model;

namespace OfficeWorkflow.Workflows.Checking.Rules.Reading;

internal static class FormulasAreReadable
{
    public static IEnumerable<Finding> Check(Process process) =>
        from found in Formulas.Of(process)
        where found.Formula.Error is not null
        let error = found.Formula.Error
        select Finding.Error("formulas-are-readable", found.Element, $"{found.Use}「{found.Formula.Text}」が読めません。{error.Position + 1}文字目: {error.Sentence}", "式を直してください。");
}
