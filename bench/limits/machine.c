/*
 * How fast this machine copies memory and writes and reads files, without any codec or format.
 *
 * Usage: machine FOLDER MEBIBYTES REPEATS. Prints a line of JSON for each job and number of threads,
 * with the time of each run in seconds; every run moves the same number of bytes.
 */
#define _GNU_SOURCE
#include <fcntl.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <time.h>
#include <unistd.h>

enum { MOST_THREADS = 2 };

typedef struct {
  const char *name;
  size_t file_size; /* 0: memory only */
  void (*part)(int part, int parts);
} job;

static const char *folder;
static size_t total;
static size_t file_size;
static char *source;
static char *target;

static void fail(const char *what) {
  perror(what);
  exit(1);
}

static double now(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return (double)t.tv_sec + (double)t.tv_nsec * 1e-9;
}

static void copy(int part, int parts) {
  size_t size = total / (size_t)parts;
  memcpy(target + size * (size_t)part, source + size * (size_t)part, size);
}

static void name_of(char *name, size_t file) {
  snprintf(name, 4096, "%s/machine-%zu", folder, file);
}

static void write_files(int part, int parts) {
  char name[4096];
  for (size_t file = (size_t)part; file < total / file_size; file += (size_t)parts) {
    name_of(name, file);
    int fd = open(name, O_CREAT | O_EXCL | O_WRONLY, 0644);
    if (fd < 0 || write(fd, source + file * file_size, file_size) != (ssize_t)file_size || close(fd) != 0) fail(name);
  }
}

static void read_files(int part, int parts) {
  char name[4096];
  for (size_t file = (size_t)part; file < total / file_size; file += (size_t)parts) {
    name_of(name, file);
    int fd = open(name, O_RDONLY);
    if (fd < 0 || read(fd, target + file * file_size, file_size) != (ssize_t)file_size || close(fd) != 0) fail(name);
  }
}

static void remove_files(void) {
  char name[4096];
  for (size_t file = 0; file < total / file_size; file++) {
    name_of(name, file);
    unlink(name);
  }
}

typedef struct {
  const job *work;
  int part;
  int parts;
} share;

static void *one_share(void *given) {
  share *own = given;
  own->work->part(own->part, own->parts);
  return NULL;
}

static double once(const job *work, int threads) {
  pthread_t others[MOST_THREADS];
  share shares[MOST_THREADS];
  double start = now();
  for (int i = 0; i < threads; i++) {
    shares[i] = (share){work, i, threads};
    if (i > 0 && pthread_create(&others[i], NULL, one_share, &shares[i]) != 0) fail("pthread_create");
  }
  one_share(&shares[0]);
  for (int i = 1; i < threads; i++) pthread_join(others[i], NULL);
  return now() - start;
}

int main(int count, char **arguments) {
  if (count != 4) {
    fprintf(stderr, "usage: machine FOLDER MEBIBYTES REPEATS\n");
    return 2;
  }
  folder = arguments[1];
  total = (size_t)atol(arguments[2]) << 20;
  int repeats = atoi(arguments[3]);
  source = mmap(NULL, total, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  target = mmap(NULL, total, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  if (source == MAP_FAILED || target == MAP_FAILED) fail("mmap");
  for (size_t i = 0; i < total; i++) source[i] = (char)(i * 2654435761u >> 24);
  memset(target, 1, total);
  const size_t chunk = (size_t)512 << 10, shard = (size_t)32 << 20;
  const job jobs[] = {
      {"copy memory", 0, copy},
      {"write new files of 512 KiB", chunk, write_files},
      {"read files of 512 KiB", chunk, read_files},
      {"write new files of 32 MiB", shard, write_files},
      {"read files of 32 MiB", shard, read_files},
  };
  for (size_t j = 0; j < sizeof jobs / sizeof *jobs; j++) {
    file_size = jobs[j].file_size < total ? jobs[j].file_size : total;
    for (int threads = 1; threads <= MOST_THREADS; threads++) {
      printf("{\"job\":\"%s\",\"threads\":%d,\"samples\":[", jobs[j].name, threads);
      if (jobs[j].part == read_files) write_files(0, 1);
      for (int run = 0; run < repeats; run++) {
        printf("%s%.9f", run == 0 ? "" : ",", once(&jobs[j], threads));
        if (jobs[j].part == write_files) remove_files();
      }
      if (jobs[j].part == read_files) remove_files();
      printf("]}\n");
    }
  }
  return 0;
}
