using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Channels.Mail;
using OfficeWorkflow.Server.Channels.Mail.Templates;
using OfficeWorkflow.Server.People;
using OfficeWorkflow.Workflows.Model;

namespace OfficeWorkflow.Server.Automation.Workers;

/// <summary>
/// Writes one mail to each of <c>to</c> (records with <c>name</c> and <c>mail</c>), or to everybody of the office who has the role
/// <c>toRole</c>, by the wording <c>template</c>; all inputs, and the fields of the recipient, can be filled in. <c>until</c> names the
/// element that the mail is about: what has not left when the case leaves that element is not sent any more. Someone without an address
/// is no failure: the mail's page says so.
/// </summary>
public sealed class SendMailWorker(Postbox postbox) : Worker
{
    public override string Type => "Office.SendMail";

    public override string Label => "メールを送る";

    public override async Task<WorkerAnswer> PerformAsync(WorkerContext context, CancellationToken stop)
    {
        if (context.Inputs["template"] is not Value.Text template || await RecipientsAsync(context, stop) is not { } recipients)
        {
            return new WorkerAnswer.Failed("メールの文面(template)か宛先(to、toRole)が決まっていません。手続きの設定を直してください。");
        }

        foreach (var recipient in await NamedAsync(recipients, context, stop))
        {
            var order = new MailOrder(context.OfficeId, template.Content, Text(recipient["name"]) ?? "ご担当者", Text(recipient["mail"]), context.Inputs.With(recipient))
            {
                Wording = context.Wordings.TryGetValue(template.Content, out var own) ? MailWording.Read(own) : null,
                CaseId = context.CaseId,
                UntilNodeId = Text(context.Inputs["until"]),
            };

            if (await postbox.PutAsync(context.Db, order, context.At, stop) is Outcome<SentMail>.Refused no)
            {
                return new WorkerAnswer.Failed(no.Refusal.Reason);
            }
        }

        return new WorkerAnswer.Done(Value.Record.Empty);
    }

    /// <summary>A record with a <c>role</c> and no address stands for everybody of the office who has that role.</summary>
    private static async Task<IReadOnlyList<Value.Record>> NamedAsync(IReadOnlyList<Value.Record> recipients, WorkerContext context, CancellationToken stop)
    {
        var named = new List<Value.Record>();
        foreach (var recipient in recipients)
        {
            if (recipient["role"] is not Value.Text { Content: var role } || recipient["mail"] is Value.Text)
            {
                named.Add(recipient);
                continue;
            }

            var people = await context.Db.PersonRoles
                .Where(row => row.OfficeId == context.OfficeId && row.Role == role)
                .Join(context.Db.People.Where(static person => person.ClosedAt == null), static row => row.PersonId, static person => person.Id, static (row, person) => new { person.Name, person.Mail })
                .OrderBy(static person => person.Mail)
                .ToListAsync(stop);
            named.AddRange(people.Select(static person => Value.Record.Empty.With("name", Value.Of(person.Name)).With("mail", Value.Of(person.Mail))));
        }

        return named;
    }

    /// <returns>Null when it is not said whom the mail is for.</returns>
    private static async Task<IReadOnlyList<Value.Record>?> RecipientsAsync(WorkerContext context, CancellationToken stop) =>
        (context.Inputs["to"], Text(context.Inputs["toRole"])) switch
        {
            (Value.Record one, _) => [one],
            (Value.List list, _) => [.. list.Items.OfType<Value.Record>()],
            (_, { } role) => await InRoleAsync(role, context, stop),
            _ => null,
        };

    private static async Task<IReadOnlyList<Value.Record>> InRoleAsync(string role, WorkerContext context, CancellationToken stop)
    {
        var members = context.Db.PersonRoles.Where(member => member.OfficeId == context.OfficeId && member.Role == role);
        var people = await context.Db.People
            .Where(person => person.ClosedAt == null && members.Any(member => member.PersonId == person.Id))
            .OrderBy(static person => person.MailKey)
            .Select(static person => new { person.Name, person.Mail })
            .ToListAsync(stop);
        return people.ConvertAll(static person => Value.Record.Empty.With("name", Value.Of(person.Name)).With("mail", Value.Of(person.Mail)));
    }

    private static string? Text(Value value) => (value as Value.Text)?.Content;
}
