namespace OfficeWorkflow.Server.Automation.Forms;

/// <summary>What a form field holds; written in form files as the camelCase name.</summary>
public enum FieldType
{
    /// <summary>One line. Value: text.</summary>
    Text,

    /// <summary>Several lines. Value: text with \n.</summary>
    LongText,

    /// <summary>Value: number.</summary>
    Number,

    /// <summary>One of <see cref="FormField.Options"/>. Value: text, the option's key.</summary>
    Choice,

    /// <summary>Several of <see cref="FormField.Options"/>. Value: list of text.</summary>
    Choices,

    /// <summary>A tick. Value: yes/no.</summary>
    YesNo,

    /// <summary>Civil date, shown in 和暦. Value: day.</summary>
    Date,

    /// <summary>Time of day, HH:mm. Value: clock.</summary>
    Time,

    /// <summary>Date and time in Tokyo. Value: moment.</summary>
    Moment,

    /// <summary>An uploaded file. Value: text, the document's id.</summary>
    File,

    /// <summary>A member of staff. Value: text, the person's id.</summary>
    Person,

    /// <summary>Repeating group of <see cref="FormField.Fields"/>. Value: list of records.</summary>
    Rows,
}
