using System.Runtime.InteropServices;

namespace Escalation.Service.Delivery;

/// <summary>Gets a folder's list of names to the disk: a file that was renamed into it could otherwise be gone after a loss of power.</summary>
internal static class DurableFolder
{
    /// <exception cref="IOException">The folder could not be synced.</exception>
    public static void Sync(string folder)
    {
        // Windows keeps names in its own log and offers nothing of the kind.
        if (OperatingSystem.IsWindows()) return;
        var handle = Open(folder, 0);
        if (handle < 0) throw new IOException($"The folder cannot be opened ({Marshal.GetLastPInvokeError()}).");
        try
        {
            if (Fsync(handle) != 0) throw new IOException($"The folder cannot be synced ({Marshal.GetLastPInvokeError()}).");
        }
        finally
        {
            _ = Close(handle);
        }
    }

    [DllImport("libc", EntryPoint = "open", SetLastError = true, CharSet = CharSet.Ansi, BestFitMapping = false, ThrowOnUnmappableChar = true)]
    private static extern int Open([MarshalAs(UnmanagedType.LPUTF8Str)] string path, int flags);

    [DllImport("libc", EntryPoint = "fsync", SetLastError = true)]
    private static extern int Fsync(int handle);

    [DllImport("libc", EntryPoint = "close", SetLastError = true)]
    private static extern int Close(int handle);
}
