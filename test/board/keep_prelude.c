/* A board without links, driven from within: what a firmware does before another one takes its place, and what that one finds. It is linked twice, with two
 * preludes, and both work on one flash file.
 *
 *   keep_prelude FLASH deploy IMAGE    deploys the program and runs it for a while, then keeps the prelude
 *   keep_prelude FLASH keep            only keeps the prelude
 *   keep_prelude FLASH run             starts as after an update, and runs all functions
 * Prints what the functions wrote, and at the end a line for each image that the store holds and wants. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "board/board_state.h"
#include "port/flash_sim.h"
#include "vm/crc32.h"

enum { SECTORS = 128, STEPS = 4000, MEMORY = 48 << 10 };

static np_board board;
static uint64_t memory[MEMORY / 8];
static uint64_t now;

static uint64_t clock_us(void *context)
{
    (void)context;
    return now += 50;
}

static void fail(const char *what, int error)
{
    fprintf(stderr, "%s: %d\n", what, error);
    exit(1);
}

static void check(const char *what, int error)
{
    if (error < 0) fail(what, error);
}

/* An upload and a deployment as requests make them, without a link. */
static void deploy(const char *path)
{
    static uint32_t image[16 << 10];
    FILE *file = fopen(path, "rb");
    if (!file) fail("no image", 0);
    uint32_t length = (uint32_t)fread(image, 1, sizeof image, file), from, answered;
    fclose(file);
    uint8_t write[20] = { NP_UPLOAD_IMAGE }, end[12] = { NP_UPLOAD_IMAGE }, answer[16], body[64] = { 0 };
    uint32_t crc = np_crc32(image, length / 4);
    memcpy(write + 4, &length, 4);
    memcpy(write + 8, image + NP_IMG_BUILD, 8);
    memcpy(write + 16, &crc, 4);
    memcpy(end + 4, image + NP_IMG_BUILD, 8);
    check("write", np_upload_begin(&board, 0, write, sizeof write, &from));
    for (uint32_t at = 0; at < length; at += 128) {
        uint8_t piece[4 + 128];
        uint32_t n = length - at < 128 ? length - at : 128;
        memcpy(piece, &at, 4);
        memcpy(piece + 4, (uint8_t *)image + at, n);
        check("data", np_upload_data(&board, 0, piece, 4 + n));
    }
    check("end", np_upload_end(&board, 0, end, sizeof end, answer, &answered));
    np_function_head head;
    uint32_t heap = 8 << 10;
    memcpy(body, image + NP_IMG_BUILD, 8);
    memcpy(body + 8, &heap, 4);
    body[44] = 1;
    body[45] = 'f';
    check("deploy", np_deploy(&board, body, 46, &head));
}

static void run(void)
{
    for (uint32_t i = 0; i < STEPS; i++) {
        uint64_t wait = np_board_step(&board);
        if (wait != UINT64_MAX) now += wait;
    }
}

/* All that the log holds: what functions wrote, with what stands between. */
static void print_log(void)
{
    const uint8_t *log = np_pool_find(&board.pool, NP_BLOCK_LOG, 0);
    for (uint32_t at = board.log_tail; at != board.log_head; at++) {
        uint8_t byte = log[at & (board.log_bytes - 1)];
        putchar(byte == '\n' || (byte >= ' ' && byte < 127) ? byte : '.');
    }
    printf("\n");
}

static bool print_image(void *context, const np_record_info *record)
{
    (void)context;
    if (record->stage == 0 && np_image_live(&board, record)) printf("image %016llx\n", (unsigned long long)record->key);
    return true;
}

int main(int count, char **arguments)
{
    static np_flash_sim flash;
    if (count < 3 || !np_flash_sim_open(&flash, SECTORS, SECTORS, arguments[1])) fail("usage: keep_prelude FLASH deploy|keep|run [IMAGE]", count);
    const np_board_port port = { .board_id = 7, .platform = "test", .memory = memory, .memory_bytes = sizeof memory, .log_bytes = 2048, .flash = flash.flash,
                                 .clock_us = clock_us };
    check("start", np_board_start(&board, &port));
    if (strcmp(arguments[2], "deploy") == 0) deploy(arguments[3]);
    run();
    for (uint32_t i = 0; i < board.entries; i++)
        if (np_entry_of(&board, i)->flags & NP_IN_RESIDENT) check("swap out", np_swap_out(&board, i));
    if (strcmp(arguments[2], "run") != 0) {
        check("keep", np_keep_prelude(&board));
        check("keep again", np_keep_prelude(&board));
    }
    print_log();
    np_store_each(&board.store, NP_STORE_IMAGE, print_image, NULL);
    np_flash_sim_close(&flash);
    return 0;
}
