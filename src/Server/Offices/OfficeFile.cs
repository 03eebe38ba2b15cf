using OfficeWorkflow.Workflows.Timing;

namespace OfficeWorkflow.Server.Offices;

/// <summary>The row that keeps an office (事業所). Not called Office: that is the name of a wing.</summary>
public sealed class OfficeFile
{
    public required Guid Id { get; init; }

    public required string Name { get; set; }

    /// <summary>事業所番号, ten digits.</summary>
    public required string Number { get; set; }

    public string PostalCode { get; set; } = "";

    public string Address { get; set; } = "";

    public string Phone { get; set; } = "";

    /// <summary>Address that mail is sent from and answered to.</summary>
    public string Mail { get; set; } = "";

    /// <summary>Sender that the office's own mail server insists on; empty where it has none.</summary>
    public string MailFrom { get; set; } = "";

    public TimeOnly OpensAt { get; set; } = new(9, 0);

    public TimeOnly ClosesAt { get; set; } = new(18, 0);

    /// <summary>English names of the weekly days off, parted by commas.</summary>
    public string WeeklyDaysOff { get; set; } = "Saturday,Sunday";

    /// <summary>Whether a second person must approve what is published (二人で確かめる).</summary>
    public bool NeedsApproval { get; set; }

    /// <summary>署名の受け方: how consent is signed on the screen.</summary>
    public SigningMark SigningMark { get; set; }

    /// <summary>Grows with each change of hours, days off or holidays, so that every process reads them anew.</summary>
    public int CalendarVersion { get; set; } = 1;

    public WorkCalendar Calendar(IEnumerable<DateOnly> holidays) => new(
        WorkCalendar.Tokyo,
        [.. holidays],
        [.. WeeklyDaysOff.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(Enum.Parse<DayOfWeek>)],
        OpensAt,
        ClosesAt);
}
