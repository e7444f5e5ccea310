// Each fixture has folders, clocks, hosts and a browser page of its own; only what changes the process itself says that it runs alone.
[assembly: Parallelizable(ParallelScope.Fixtures)]
