#include "tcp.h"

#include "lwip.h"

#include <string.h>

enum {
    POLL_TICKS = 1,             /* of lwIP's coarse timer: half seconds */
    SILENT_MOST = 60,           /* half seconds: then a peer is given up, which a network that is gone does not tell */
    SILENT_ENOUGH = 12,         /* then it is given up for a new one */
};

/* Everything of a connection but `gone`. The pcb is lwIP's again, or gone. */
static void clear(np_tcp_link *link)
{
    if (link->first) pbuf_free(link->first);
    *link = (np_tcp_link){ .gone = true };
}

static void detach(struct tcp_pcb *pcb)
{
    tcp_arg(pcb, NULL);
    tcp_recv(pcb, NULL);
    tcp_err(pcb, NULL);
    tcp_poll(pcb, NULL, 0);
}

static void reset(np_tcp_link *link)
{
    struct tcp_pcb *pcb = link->pcb;
    if (!pcb) return;
    detach(pcb);
    clear(link);
    tcp_abort(pcb);
}

/* --- called by lwIP ---------------------------------------------------------------------------------------------- */

/* lwIP has freed the pcb already. */
static void on_error(void *argument, err_t error)
{
    (void)error;
    if (argument) clear(argument);
}

static err_t on_receive(void *argument, struct tcp_pcb *pcb, struct pbuf *buffer, err_t error)
{
    np_tcp_link *link = argument;
    (void)error;
    if (buffer) {
        link->silent = 0;
        if (link->first) pbuf_cat(link->first, buffer);
        else link->first = buffer;
        return ERR_OK;
    }
    /* The peer has closed. A connection that can't be closed in good order for want of memory is cut off. */
    detach(pcb);
    clear(link);
    if (tcp_close(pcb) == ERR_OK) return ERR_OK;
    tcp_abort(pcb);
    return ERR_ABRT;
}

static err_t on_poll(void *argument, struct tcp_pcb *pcb)
{
    np_tcp_link *link = argument;
    (void)pcb;
    if (link->silent < SILENT_MOST) link->silent++;     /* np_tcp_flush ends it: lwIP 1.4 does not bear that here */
    return ERR_OK;
}

static err_t on_accept(void *argument, struct tcp_pcb *pcb, err_t error)
{
    np_tcp *t = argument;
    np_tcp_link *link = NULL;
    if (error != ERR_OK || !pcb) return ERR_VAL;
#if LWIP_VERSION_MAJOR < 2
    tcp_accepted(t->listener);
#endif
    for (uint32_t i = 0; i < t->count; i++) {
        np_tcp_link *one = &t->links[i];
        if (!one->pcb && (!link || link->pcb)) link = one;
        if (one->pcb && one->silent >= SILENT_ENOUGH && (!link || (link->pcb && one->silent > link->silent))) link = one;
    }
    if (!link) {
        tcp_abort(pcb);
        return ERR_ABRT;
    }
    reset(link);
    link->pcb = pcb;
    tcp_arg(pcb, link);
    tcp_recv(pcb, on_receive);
    tcp_err(pcb, on_error);
    tcp_poll(pcb, on_poll, POLL_TICKS);
    tcp_nagle_disable(pcb);     /* frames are flushed as a whole */
    return ERR_OK;
}

/* --- called by the board ----------------------------------------------------------------------------------------- */

static int32_t read_link(void *context, uint8_t *bytes, uint32_t capacity)
{
    np_tcp_link *link = context;
    uint32_t done = 0;
    if (link->gone) {           /* what is there has come from the next peer */
        link->gone = false;
        return -1;
    }
    while (link->first && done < capacity) {
        struct pbuf *buffer = link->first;
        uint32_t n = (uint32_t)buffer->len - link->read;
        if (n > capacity - done) n = capacity - done;
        memcpy(bytes + done, (const uint8_t *)buffer->payload + link->read, n);
        done += n;
        link->read = (uint16_t)(link->read + n);
        if (link->read < buffer->len) break;
        link->first = buffer->next;
        link->read = 0;
        if (link->first) pbuf_ref(link->first);
        pbuf_free(buffer);
    }
    if (done > 0 && link->pcb) tcp_recved(link->pcb, (u16_t)done);
    return (int32_t)done;
}

static uint32_t write_link(void *context, const uint8_t *bytes, uint32_t length)
{
    np_tcp_link *link = context;
    if (!link->pcb) return length;      /* as on a UART that nobody listens to */
    uint32_t room = tcp_sndbuf(link->pcb);
    if (length > room) length = room;
    if (length == 0 || tcp_write(link->pcb, bytes, (u16_t)length, TCP_WRITE_FLAG_COPY) != ERR_OK) return 0;
    link->unflushed = true;
    return length;
}

np_link_port np_tcp_stream(np_tcp_link *link) { return (np_link_port){ .context = link, .read = read_link, .write = write_link }; }

bool np_tcp_listen(np_tcp *t, uint16_t port, np_tcp_link *links, uint32_t count)
{
    *t = (np_tcp){ .links = links, .count = count };
    for (uint32_t i = 0; i < count; i++) links[i] = (np_tcp_link){ .pcb = NULL };
    struct tcp_pcb *pcb = tcp_new();
    if (!pcb) return false;
    if (tcp_bind(pcb, IP_ADDR_ANY, port) == ERR_OK) t->listener = tcp_listen(pcb);
    if (!t->listener) {
        tcp_close(pcb);
        return false;
    }
    tcp_arg(t->listener, t);
    tcp_accept(t->listener, on_accept);
    return true;
}

void np_tcp_flush(np_tcp *t)
{
    for (uint32_t i = 0; i < t->count; i++) {
        np_tcp_link *link = &t->links[i];
        if (link->silent >= SILENT_MOST) reset(link);
        if (!link->unflushed || !link->pcb) continue;
        link->unflushed = false;
        tcp_output(link->pcb);
    }
}

bool np_tcp_pending(const np_tcp *t)
{
    for (uint32_t i = 0; i < t->count; i++)
        if (t->links[i].first || t->links[i].gone) return true;
    return false;
}

void np_tcp_reset(np_tcp *t)
{
    for (uint32_t i = 0; i < t->count; i++) reset(&t->links[i]);
}
