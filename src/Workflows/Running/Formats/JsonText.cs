using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace OfficeWorkflow.Workflows.Running.Formats;

internal static class JsonText
{
    /// <summary>The text is stored, never put into a page as it is; so Japanese may stay Japanese.</summary>
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    public static string Write<T>(T content, Action<Utf8JsonWriter, T> write)
    {
        var buffer = new ArrayBufferWriter<byte>(512);
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            write(json, content);
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
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
}
