namespace TrialSite.Store;

/// <summary>The store cannot take a write now: it is locked by another process, or its disk is full. Trying again later is right.</summary>
public sealed class StoreUnavailableException(Exception cause) : Exception("The store cannot take a write now.", cause);
