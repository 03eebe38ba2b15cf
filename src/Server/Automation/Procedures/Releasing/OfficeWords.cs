using System.Collections.Immutable;
using OfficeWorkflow.Server.Automation.Procedures.Drafts;
using OfficeWorkflow.Server.Storage;
using OfficeWorkflow.Workflows.Comparing;

namespace OfficeWorkflow.Server.Automation.Procedures.Releasing;

/// <summary>What this office calls all that its procedures name by key.</summary>
public sealed class OfficeWords(ShowCatalogue catalogue)
{
    public async Task<Words> HandleAsync(OfficeDb db, CancellationToken stop)
    {
        var model = await catalogue.HandleAsync(db, stop);
        var known = ImmutableDictionary.CreateBuilder<(WordKind Kind, string Key), string>();
        void Add(WordKind kind, string key, string word) => known.TryAdd((kind, key), word);
        foreach (var role in model.Roles)
        {
            Add(WordKind.Role, role.Key, role.Label);
        }

        foreach (var form in model.Forms)
        {
            Add(WordKind.Form, form.Key, form.Title);
            foreach (var field in form.Fields)
            {
                Add(WordKind.Field, field.Key, field.Label);
                foreach (var option in field.Options)
                {
                    Add(WordKind.Option, $"{field.Key}={option.Key}", option.Label);
                }
            }
        }

        AddRest(model, Add);
        return new Words(known.ToImmutable());
    }

    private static void AddRest(ShowCatalogue.Model model, Action<WordKind, string, string> add)
    {
        foreach (var step in model.Steps)
        {
            add(WordKind.Step, step.Type, step.Label);
        }

        foreach (var template in model.Templates)
        {
            add(WordKind.Template, template.Key, template.Subject);
        }

        foreach (var procedure in model.Procedures)
        {
            add(WordKind.Procedure, procedure.Key, procedure.Name);
        }

        foreach (var (kind, values) in new[] { (WordKind.Recipient, model.Recipients), (WordKind.List, model.Lists) })
        {
            foreach (var value in values)
            {
                add(kind, value.Formula, value.Label);
            }
        }
    }
}
