// Calls of glibc that it shows only to programs compiled with _GNU_SOURCE, which Swift's are not.
#ifndef CLINUX_SHIM_H
#define CLINUX_SHIM_H

// Waiting for many descriptors, and what kind of file system a path is on: not in Swift's Glibc.
#include <sys/epoll.h>
#include <sys/vfs.h>

// Fails with EEXIST instead of replacing the target.
#define RENAME_WITHOUT_REPLACING 1u

int renameat2(int old_folder, const char *old_path, int new_folder, const char *new_path, unsigned int flags);
int syncfs(int descriptor);
int pipe2(int descriptors[2], int flags);

// The environment of this process, as posix_spawn takes it.
extern char **environ;
static inline char *const *own_environment(void) { return environ; }

#endif
