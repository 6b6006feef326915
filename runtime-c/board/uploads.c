/* What comes in pieces: images, functions, snapshots, events. One at a time; cut off, it goes on where it stood. */
#include "board_state.h"
#include "bytes.h"
#include "sha256.h"
#include "vm/crc32.h"

#include <string.h>

enum { WRITE_BYTES = 20, END_BYTES = 12 };

void np_upload_drop(np_board *b)
{
    if (b->upload.writes) np_store_cancel(&b->store, &b->upload.writer);
    if (b->upload.kind == NP_UPLOAD_EVENT) np_pool_remove(&b->pool, NP_BLOCK_EVENT, NP_UPLOADED_EVENT + b->upload.link);
    memset(&b->upload, 0, sizeof b->upload);
}

/* A block for an event; its length, in front, is 0 until the whole event is there. It takes the place of one that was never used. */
static int begin_event(np_board *b, uint32_t link, uint32_t bytes)
{
    np_pool_remove(&b->pool, NP_BLOCK_EVENT, NP_UPLOADED_EVENT + link);
    if (bytes > b->pool.bytes || !np_make_room(b, 4u + bytes, NP_NONE_INDEX)) return NP_E_BOARD_FULL;
    uint8_t *block = np_pool_add(&b->pool, NP_BLOCK_EVENT, NP_UPLOADED_EVENT + link, 4u + bytes);
    if (block == NULL) return NP_E_BOARD_FULL;
    np_put32(block, 0);
    return 0;
}

int np_upload_begin(np_board *b, uint32_t link, const uint8_t *body, uint32_t length, uint32_t *from)
{
    np_upload *u = &b->upload;
    const uint32_t *image;
    uint32_t length_here;
    if (length != WRITE_BYTES) return NP_E_BOARD_REQUEST;
    uint8_t kind = body[0];
    uint32_t bytes = np_get32(body + 4), crc = np_get32(body + 16);
    uint64_t key = np_get64(body + 8);
    if (bytes == 0) return NP_E_BOARD_REQUEST;
    if (kind == NP_UPLOAD_IMAGE && np_locate_image(b, key, &image, &length_here) == 0 && length_here == bytes) {
        *from = bytes;          /* it is here already */
        return 0;
    }
    if (u->kind == kind && u->length == bytes && u->key == key && u->crc == crc && (kind != NP_UPLOAD_EVENT || u->link == link)) {
        u->link = (uint8_t)link;
        *from = u->written;
        return 0;
    }
    np_upload_drop(b);
    *u = (np_upload){ .kind = kind, .link = (uint8_t)link, .length = bytes, .crc = crc, .key = key, .crc_so_far = NP_CRC32_BEGIN };
    *from = 0;
    int error = 0;
    switch (kind) {
    case NP_UPLOAD_IMAGE:
        error = bytes % 4 ? NP_E_IMAGE_SHORT : np_store_begin(&b->store, &u->writer, NP_STORE_IMAGE, key, bytes);
        u->writes = error == 0;
        break;
    case NP_UPLOAD_EVENT:
        error = begin_event(b, link, bytes);
        break;
    case NP_UPLOAD_FUNCTION:
    case NP_UPLOAD_SNAPSHOT:
        error = bytes % 4 || bytes < sizeof(np_function_head) ? NP_E_BOARD_REQUEST : 0;      /* its record begins when the head has come */
        break;
    case NP_UPLOAD_FIRMWARE:
        error = np_update_begin(b, bytes);
        break;
    default:
        error = NP_E_BOARD_REQUEST;
    }
    if (error < 0) np_upload_drop(b);
    return error;
}

/* What the board's own claim of an offered function is to become: NP_CLAIM_STORE, NP_CLAIM_KEEP or an error. */
static int judge_offer(const np_board *b, const np_upload *u, np_claim *next)
{
    np_claim have;
    bool known = np_known_claim(b, u->offer.uid, &have);
    return np_claim_offer(known ? &have : NULL, &u->offer, b->port->board_id, u->key, next);
}

/* Whether a function may have this name: another one's it must not be. */
static int judge_name(const np_board *b, uint64_t uid, const uint8_t *name)
{
    uint32_t length = np_name_length(name);
    if (!np_name_ok(name, length)) return NP_E_BOARD_NAME;
    uint32_t other = np_find_name(b, name, length);
    return other != NP_NONE_INDEX && other != np_find_uid(b, uid) ? NP_E_BOARD_NAME_TAKEN : 0;
}

/* The head has come: what will stand in flash is ours to say. */
static int begin_function(np_board *b, np_upload *u, np_function_head *head)
{
    u->image = head->image;
    head->flags &= NP_HEAD_SUSPENDED;
    if (u->kind == NP_UPLOAD_FUNCTION) {
        u->offer = head->claim;
        int verdict = judge_offer(b, u, &head->claim);
        if (verdict < 0) return verdict;
        if (verdict == NP_CLAIM_KEEP) {     /* it is here already: what comes is read and forgotten */
            u->kept = true;
            return 0;
        }
    } else {
        uint64_t uid;
        int error = np_new_uid(b, &uid);
        if (error < 0) return error;
        head->claim = (np_claim){ .uid = uid, .state = head->flags & NP_HEAD_SUSPENDED ? NP_STATE_SUSPENDED : NP_STATE_READY };
        u->offer = head->claim;
    }
    memcpy(u->name, head->name, sizeof u->name);
    int error = judge_name(b, head->claim.uid, u->name);
    if (error < 0) return error;
    if (!np_fits(b, u->length - (uint32_t)sizeof *head)) return NP_E_BOARD_FULL;
    uint32_t length = np_name_length(head->name);
    memset(head->name + length, 0, NP_NAME_BYTES - length);                     /* names are compared whole */
    error = np_store_begin(&b->store, &u->writer, NP_STORE_FUNCTION, head->claim.uid, u->length);
    u->writes = error == 0;
    return error;
}

int np_upload_data(np_board *b, uint32_t link, const uint8_t *body, uint32_t length)
{
    np_upload *u = &b->upload;
    if (length < 4) return NP_E_BOARD_REQUEST;
    uint32_t offset = np_get32(body);
    body += 4;
    length -= 4;
    if (u->kind == 0 || u->link != link || offset != u->written || length > u->length - u->written) return NP_E_BOARD_OFFSET;
    u->crc_so_far = np_crc32_add(u->crc_so_far, body, length);
    int error = 0;
    if (u->kind == NP_UPLOAD_EVENT) {
        uint8_t *block = np_pool_find(&b->pool, NP_BLOCK_EVENT, NP_UPLOADED_EVENT + link);
        if (block == NULL) error = NP_E_BOARD_REQUEST;
        else memcpy(block + 4 + offset, body, length);
    } else if (u->kind == NP_UPLOAD_FIRMWARE) {
        error = length % 4 ? NP_E_BOARD_REQUEST : np_update_data(b, offset, body, length);
    } else if (length % 4 || (u->kind != NP_UPLOAD_IMAGE && offset == 0 && length < sizeof(np_function_head))) {
        error = NP_E_BOARD_REQUEST;
    } else {
        if (u->kind != NP_UPLOAD_IMAGE && offset == 0) {
            np_function_head head;
            memcpy(&head, body, sizeof head);
            error = begin_function(b, u, &head);
            if (error == 0 && !u->kept) error = np_store_append(&b->store, &u->writer, &head, sizeof head);
            body += sizeof head;
            length -= sizeof head;
            u->written += sizeof head;
        }
        if (error == 0 && !u->kept && length > 0) error = np_store_append(&b->store, &u->writer, body, length);
    }
    if (error < 0) np_upload_drop(b);
    else u->written += length;
    return error;
}

static int end_image(np_board *b, np_upload *u)
{
    const uint32_t *image = np_store_mapped(&b->store, np_store_writing(&b->store, &u->writer));
    uint32_t id[2];
    if (u->length < 4u * NP_IMG_HEAD_WORDS) return NP_E_IMAGE_SHORT;
    uint64_t wanted = np_image_prelude(image);
    uint32_t prelude_at = 0;
    int error = wanted ? np_find_prelude(b, wanted, &prelude_at) : 0;
    if (error == 0) error = np_image_verify(wanted ? np_prelude_at(b, prelude_at) : NULL, image, u->length, NULL);
    if (error < 0) return error;
    np_sha256_id(image + NP_IMG_PRELUDE, u->length / 4 - NP_IMG_PRELUDE, id);
    if (id[0] != np_whole(image[NP_IMG_BUILD]) || id[1] != np_whole(image[NP_IMG_BUILD + 1]) || id[0] != (uint32_t)u->key || id[1] != (uint32_t)(u->key >> 32))
        return NP_E_BOARD_BUILD_ID;
    uint64_t *recent = wanted ? &b->recent_image : &b->recent_prelude, before = *recent;
    *recent = u->key;
    int32_t at = np_store_commit(&b->store, &u->writer);
    u->writes = false;
    if (at < 0) *recent = before;
    return at < 0 ? at : 0;
}

static int end_function(np_board *b, np_upload *u)
{
    np_record_info record;
    np_function_head head;
    np_claim next;
    uint32_t image_at, prelude_at;
    int lack = np_find_images(b, u->image, &image_at, &prelude_at);
    if (lack < 0) return lack;
    if (u->kept) return 0;
    /* other links have had their turns since the head came */
    int error = judge_name(b, u->offer.uid, u->name);
    if (error == 0 && u->kind == NP_UPLOAD_FUNCTION) {
        int verdict = judge_offer(b, u, &next);
        error = verdict == NP_CLAIM_STORE ? 0 : verdict < 0 ? verdict : NP_E_BOARD_STATE;
    }
    if (error == 0 && !np_make_room(b, 2u * (uint32_t)sizeof(np_entry), NP_NONE_INDEX)) error = NP_E_BOARD_FULL;
    if (error < 0) return error;
    int32_t at = np_store_commit(&b->store, &u->writer);
    u->writes = false;
    if (at < 0) return at;
    error = np_store_info(&b->store, (uint32_t)at, &record);
    if (error == 0) error = np_store_read(&b->store, (uint32_t)at, 0, &head, sizeof head);
    if (error < 0) return error;
    uint32_t index = np_find_uid(b, u->offer.uid);
    if (index != NP_NONE_INDEX) np_forget(b, index);            /* an older offer */
    return np_add_entry(b, &record, &head) == NP_NONE_INDEX ? NP_E_BOARD_FULL : 0;
}

int np_upload_end(np_board *b, uint32_t link, const uint8_t *body, uint32_t length, uint8_t *answer, uint32_t *answer_length)
{
    np_upload *u = &b->upload;
    const uint32_t *image;
    uint32_t length_here;
    if (length != END_BYTES) return NP_E_BOARD_REQUEST;
    uint64_t key = np_get64(body + 4);
    *answer_length = 0;
    if (body[0] == NP_UPLOAD_IMAGE && (u->kind != NP_UPLOAD_IMAGE || u->key != key)) return np_locate_image(b, key, &image, &length_here);
    if (u->kind == 0 || u->kind != body[0] || u->key != key || u->link != link || u->written != u->length) return NP_E_BOARD_OFFSET;
    int error = np_crc32_end(u->crc_so_far) == u->crc ? 0 : NP_E_BOARD_CRC;
    if (error == 0 && u->kind == NP_UPLOAD_IMAGE) error = end_image(b, u);
    if (error == 0 && (u->kind == NP_UPLOAD_FUNCTION || u->kind == NP_UPLOAD_SNAPSHOT)) error = end_function(b, u);
    if (error == 0 && u->kind == NP_UPLOAD_FIRMWARE) error = np_update_end(b, u->length);
    if (error == 0 && u->kind == NP_UPLOAD_FUNCTION) *answer_length = (uint32_t)(np_put32(answer, u->crc) - answer);
    if (error == 0 && u->kind == NP_UPLOAD_SNAPSHOT) *answer_length = (uint32_t)(np_put64(answer, u->offer.uid) - answer);
    if (error == 0 && u->kind == NP_UPLOAD_EVENT) {
        np_put32(np_pool_find(&b->pool, NP_BLOCK_EVENT, NP_UPLOADED_EVENT + link), u->length);
        memset(u, 0, sizeof *u);
        return 0;
    }
    np_upload_drop(b);
    return error;
}
