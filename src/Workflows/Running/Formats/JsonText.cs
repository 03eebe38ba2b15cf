using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace OfficeWorkflow.Workflows.Running.Formats;

internal static class JsonText
{
    /// <summary>The text is stored, never put into a page as it is; so Japanese may stay Japanese.</summary>
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    /// <summary>A larger buffer is let go again: few cases are so large.</summary>
    private const int LargestKept = 1 << 20;

    /// <summary>Each thread keeps its own: growing a buffer anew costs more than what is written into it.</summary>
    [ThreadStatic]
    private static (ArrayBufferWriter<byte> Buffer, Utf8JsonWriter Json)? kept;

    /// <param name="write">Does not come back here.</param>
    public static string Write<T>(T content, Action<Utf8JsonWriter, T> write)
    {
        var (buffer, json) = kept ?? New();
        kept = null;
        write(json, content);
        json.Flush();
        var text = Encoding.UTF8.GetString(buffer.WrittenSpan);
        if (buffer.Capacity <= LargestKept)
        {
            buffer.ResetWrittenCount();
            json.Reset();
            kept = (buffer, json);
        }

        return text;
    }

    public static void TextOrNull(this Utf8JsonWriter json, string? text)
    {
        if (text is null)
        {
            json.WriteNullValue();
        }
        else
        {
            json.WriteStringValue(text);
        }
    }

    /// <summary>The array's element, or null when the array ends before it.</summary>
    public static string? TextAt(this JsonElement array, int index) =>
        index < array.GetArrayLength() ? array[index].GetString() : null;

    private static (ArrayBufferWriter<byte> Buffer, Utf8JsonWriter Json) New()
    {
        var buffer = new ArrayBufferWriter<byte>(512);

        return (buffer, new Utf8JsonWriter(buffer, Options));
    }
}
