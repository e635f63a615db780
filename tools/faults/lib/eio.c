/* Fails with EIO where a process reads or writes a file whose path has the text of EIO_READ or
 * EIO_WRITE in it. To be preloaded. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>
#include <unistd.h>

static int is_broken(int file, const char *variable) {
  const char *part = getenv(variable);
  char link[64], path[4096];
  if (part == NULL || *part == '\0') return 0;
  snprintf(link, sizeof link, "/proc/self/fd/%d", file);
  ssize_t length = readlink(link, path, sizeof path - 1);
  if (length < 0) return 0;
  path[length] = '\0';
  return strstr(path, part) != NULL;
}

#define WRAP(name, variable, parameters, arguments)                                    \
  ssize_t name parameters {                                                            \
    static ssize_t(*next) parameters;                                                  \
    if (is_broken(file, variable)) {                                                   \
      errno = EIO;                                                                     \
      return -1;                                                                       \
    }                                                                                  \
    if (next == NULL) next = (ssize_t(*) parameters)dlsym(RTLD_NEXT, #name);           \
    return next arguments;                                                             \
  }

WRAP(read, "EIO_READ", (int file, void *data, size_t size), (file, data, size))
WRAP(pread, "EIO_READ", (int file, void *data, size_t size, off_t at), (file, data, size, at))
WRAP(pread64, "EIO_READ", (int file, void *data, size_t size, off64_t at), (file, data, size, at))
WRAP(write, "EIO_WRITE", (int file, const void *data, size_t size), (file, data, size))
WRAP(pwrite, "EIO_WRITE", (int file, const void *data, size_t size, off_t at), (file, data, size, at))
WRAP(pwrite64, "EIO_WRITE", (int file, const void *data, size_t size, off64_t at), (file, data, size, at))
